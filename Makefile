# SPDX-License-Identifier: Apache-2.0
# What `sam build` calls, once for each function: one Maven build for all of them, then a copy of what it made.

STAMP := target/functions.stamp
SOURCES := $(shell find pom.xml functions shared -name target -prune -o -type f -print)

.PHONY: help
help:
	@echo 'make is for sam build. For people:'
	@echo '  scripts/start --demo   run the whole system on this machine'
	@echo '  scripts/test           check everything'
	@echo '  scripts/rapporto       send, look, verify, redrive'
	@echo '  sam build              build the functions, through the targets below'
	@echo 'Targets: build-WebhookFunction build-ClassifyFunction build-EscalateFunction build-ClockFunction'

$(STAMP): $(SOURCES)
	rm -rf functions/*/target/function
	mvn -B -q -am -pl functions/webhook,functions/classify,functions/escalate,functions/clock \
		-Dmaven.test.skip=true package
	mkdir -p $(@D)
	touch $@

.PHONY: build-WebhookFunction build-ClassifyFunction build-EscalateFunction build-ClockFunction
build-WebhookFunction: FOLDER := webhook
build-ClassifyFunction: FOLDER := classify
build-EscalateFunction: FOLDER := escalate
build-ClockFunction: FOLDER := clock
build-WebhookFunction build-ClassifyFunction build-EscalateFunction build-ClockFunction: $(STAMP)
	mkdir -p "$(ARTIFACTS_DIR)"
	cp -R functions/$(FOLDER)/target/function/. "$(ARTIFACTS_DIR)"
