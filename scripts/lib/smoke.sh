# SPDX-License-Identifier: Apache-2.0
# To be sourced in the project's folder.

# smoke STACK: sees an alert of a signed sample come out of a stack, which gets first settings when it has none.
smoke() {
    local stack=$1
    if ! scripts/rapporto settings get --stack "$stack" >/dev/null 2>&1; then
        scripts/rapporto settings put scripts/first-settings.yaml --stack "$stack" --yes
    fi
    if ! scripts/rapporto secrets list --stack "$stack" | grep -q '^standard/smoke .*active'; then
        scripts/rapporto secrets set standard/smoke --generate --stack "$stack"
    fi
    scripts/rapporto smoke standard/smoke --times 3 --stack "$stack"
}
