# SPDX-License-Identifier: Apache-2.0
# To be sourced in the project's folder.

NOT_FOUND=3

# is_missing COMMAND...: whether it says that there is no such thing. Any other failure is no answer, and ends the script:
# what cannot be read must not be taken for what is not there.
is_missing() {
    local code=0
    "$@" >/dev/null || code=$?
    case $code in
        0) return 1 ;;
        "$NOT_FOUND") return 0 ;;
        *) exit "$code" ;;
    esac
}

# smoke STACK: sees an alert of a signed sample come out of a stack, which gets first settings when it has none.
smoke() {
    local stack=$1
    if is_missing scripts/rapporto settings get --stack "$stack"; then
        scripts/rapporto settings put scripts/first-settings.yaml --stack "$stack" --yes
        scripts/rapporto secrets set standard/smoke --generate --stack "$stack"
    fi
    scripts/rapporto smoke standard/smoke --times 3 --stack "$stack"
}
