// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack.differential;

import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Calls of parameters. */
final class SsmCalls {
    private final SsmClient ssm;
    private final Outcomes outcomes;
    private final String path;

    SsmCalls(SsmClient ssm, Outcomes outcomes, String path) {
        this.ssm = ssm;
        this.outcomes = outcomes;
        this.path = path;
    }

    void run() {
        for (var name : List.of("/slack/help", "/slack/other", "/github/main", "/deep/er/still")) {
            outcomes.of("ssm put " + name, () -> put(name, "secret of " + name, false));
            outcomes.of("ssm put again " + name, () -> put(name, "another", false));
            outcomes.of("ssm replace " + name, () -> put(name, "new secret of " + name, true));
            outcomes.of("ssm get " + name, () -> get(name));
        }
        outcomes.of("ssm get none", () -> get("/none"));
        outcomes.of("ssm put nothing", () -> put("/empty", "", false));
        outcomes.of("ssm by path", () -> under(false));
        outcomes.of("ssm by path, deep", () -> under(true));
        outcomes.of("ssm by path of none", () -> ssm.getParametersByPath(request -> request.path(path + "/none"))
                .parameters()
                .size());
        outcomes.of("ssm get two, one of them none", () -> {
            var answer = ssm.getParameters(request ->
                    request.names(path + "/slack/help", path + "/none").withDecryption(true));
            return "%d, %d invalid"
                    .formatted(
                            answer.parameters().size(),
                            answer.invalidParameters().size());
        });
    }

    private Object put(String name, String value, boolean overwrite) {
        return ssm.putParameter(request -> request.name(path + name)
                        .value(value)
                        .type(ParameterType.SECURE_STRING)
                        .overwrite(overwrite))
                .version();
    }

    private Object get(String name) {
        var parameter = ssm.getParameter(request -> request.name(path + name).withDecryption(true))
                .parameter();
        return "%s %s %d".formatted(parameter.type(), parameter.value(), parameter.version());
    }

    private Object under(boolean recursive) {
        return ssm
                .getParametersByPath(
                        request -> request.path(path).recursive(recursive).withDecryption(true))
                .parameters()
                .stream()
                .map(Parameter::value)
                .sorted()
                .toList();
    }
}
