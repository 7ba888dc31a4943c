"""One module an output that is a folder: `render(result, look) -> {file name: text}`."""
