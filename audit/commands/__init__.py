"""One module a command of the same name, with its click object in `command`.

Modules without `command` are shared by the others. Commands import what they run inside the
function, so that `--help` starts in a tenth of a second.
"""
