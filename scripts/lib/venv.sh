# SPDX-License-Identifier: Apache-2.0
# To be sourced. Python tools of the scripts, each set in an ignored folder of its own.

# venv NAME: prints the folder of .venv/NAME, with scripts/requirements-NAME.txt installed.
venv() {
    local folder=.venv/$1 wanted=scripts/requirements-$1.txt
    if ! cmp -s "$wanted" "$folder/installed.txt"; then
        rm -rf "$folder"
        python3 -m venv "$folder" >&2
        "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" >&2
        cp "$wanted" "$folder/installed.txt"
    fi
    printf '%s\n' "$folder"
}
