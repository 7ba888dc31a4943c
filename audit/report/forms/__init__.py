"""One module an output format: `render(result, look) -> str`; its name is the name of the form."""
