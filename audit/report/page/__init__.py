"""The HTML report: what `forms.html` and `forms.html_dir` give back.

    findings -> entries -> contents -> page
                 evidence, numberline, timeline, running, remainder: what an entry or section shows

Python decides what is shown and where a mark stands; `templates/` hold every tag, `page.css` and
`page.js` the look and the behaviour. The page works without the script: `details` open by themselves.
"""
