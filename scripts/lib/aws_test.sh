#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# scripts/test --aws PROFILE: not yet run, for want of an account. Deploys a stack of its own name, runs the journey
# through it, and deletes it whatever became of that.
set -euo pipefail

cd "$(dirname "$0")/../.."
. scripts/lib/jdk.sh
. scripts/lib/venv.sh
. scripts/lib/smoke.sh

export AWS_PROFILE=$1 SAM_CLI_TELEMETRY=0
sam=$(venv sam)/bin/sam
stack=rapporto-test-$(date +%s)

clean() {
    local result=$?
    "$sam" delete --stack-name "$stack" --no-prompts || echo "aws: delete the stack $stack by hand" >&2
    echo "aws: one free parameter stays: aws ssm delete-parameter --name /rapporto/$stack/sources/standard/smoke" >&2
    exit $result
}
trap clean EXIT

"$sam" build
"$sam" deploy --stack-name "$stack" --resolve-s3 --no-confirm-changeset \
    --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND --parameter-overrides \
    Stage=test TableOnDelete=Delete TableDeletionProtection=false TablePointInTimeRecovery=false LogRetentionDays=1 Dashboard=false
smoke "$stack"
