# SPDX-License-Identifier: Apache-2.0
# To be sourced after jdk.sh.

# Prints the class path of a module, built first when a source is newer than its last build. Progress goes to stderr.
built() {
    local root=$1 module=$2 list=$1/$2/target/classpath.txt
    if [ ! -f "$list" ] || [ -n "$(find "$root/pom.xml" "$root/shared" "$root/functions" "$root/scripts/local" "$root/scripts/cli" "$root/scripts/training" "$root/scripts/bench" \
        -type f -newer "$list" -not -path '*/target/*' -not -path '*/src/test/*' -print -quit)" ]; then
        echo "building $module ..." >&2
        (cd "$root" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$module" -am package) >&2 || return 1
        touch "$list" # Maven leaves a list as old as it was when nothing changed in it
    fi
    printf '%s:%s\n' "$root/$module/target/classes" "$(cat "$list")"
}
