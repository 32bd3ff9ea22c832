// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import rapporto.json.Field;
import rapporto.json.Json;

/** The actions of Parameter Store on SecureString parameters; each takes and gives the document of its name. */
final class ParameterActions {
    // Most of one page, as of Parameter Store. Source: API reference of GetParametersByPath, read 2026-11-23.
    private static final int PAGE = 10;

    private final ConcurrentNavigableMap<String, Parameter> parameters;
    private final InstantSource clock;
    private volatile Keeper keeper = (_, _) -> {};

    ParameterActions(ConcurrentNavigableMap<String, Parameter> parameters, InstantSource clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    void keptBy(Keeper next) {
        keeper = next;
    }

    ObjectNode get(Field request) {
        var name = request.at("Name").text();
        var found = find(name).orElseThrow(() -> new ParameterFault("ParameterNotFound", name));
        var answer = Json.object();
        answer.set("Parameter", document(name, found, request));
        return answer;
    }

    ObjectNode getAll(Field request) {
        var answer = Json.object();
        var known = answer.putArray("Parameters");
        var unknown = answer.putArray("InvalidParameters");
        for (var field : request.at("Names").array()) {
            var name = field.text();
            find(name).ifPresentOrElse(found -> known.add(document(name, found, request)), () -> unknown.add(name));
        }
        return answer;
    }

    /** One page in order of names; its token is the last name of the page before. */
    ObjectNode getByPath(Field request) {
        var path = request.at("Path").text().replaceFirst("/*$", "/");
        var wanted = request.at("MaxResults");
        int size = wanted.isPresent() ? Math.clamp(wanted.number(), 1, PAGE) : PAGE;
        var after = request.at("NextToken").optionalText().orElse(path);
        var page = parameters.tailMap(after, false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(path))
                .filter(entry ->
                        request.at("Recursive").isTrue() || entry.getKey().indexOf('/', path.length()) < 0)
                .limit(size + 1)
                .toList();
        var answer = Json.object();
        var shown = answer.putArray("Parameters");
        page.stream().limit(size).forEach(entry -> shown.add(document(entry.getKey(), entry.getValue(), request)));
        if (page.size() > size) {
            answer.put("NextToken", page.get(size - 1).getKey());
        }
        return answer;
    }

    /** One at a time, so that the keeper has them in the order in which they hold. */
    synchronized ObjectNode put(Field request) {
        var name = request.at("Name").text();
        var value = request.at("Value").textOrEmpty();
        if (value.isEmpty()) {
            throw new ParameterFault("ValidationException", name + ": value is empty, wanted a character or more");
        }
        var first = new Parameter(value, 1, clock.instant());
        if (parameters.containsKey(name) && !request.at("Overwrite").isTrue()) {
            throw new ParameterFault("ParameterAlreadyExists", name);
        }
        keep(name, first.value());
        var kept = parameters.merge(name, first, Parameter::next);
        return Json.object().put("Version", kept.version()).put("Tier", "Standard");
    }

    private void keep(String name, String value) {
        try {
            keeper.keep(name, value);
        } catch (IOException e) {
            throw new ParameterFault(ParameterFault.OURS, "%s cannot be kept: %s".formatted(name, e.getMessage()));
        }
    }

    private Optional<Parameter> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Without decryption the value is no use, as it is on AWS: who forgets to ask for it notices here. */
    private static ObjectNode document(String name, Parameter parameter, Field request) {
        boolean decrypted = request.at("WithDecryption").isTrue();
        return Json.object()
                .put("Name", name)
                .put("Type", "SecureString")
                .put("Value", decrypted ? parameter.value() : "encrypted")
                .put("Version", parameter.version())
                .put("LastModifiedDate", parameter.changed().toEpochMilli() / 1_000.0)
                .put("DataType", "text")
                .put("ARN", "arn:aws:ssm:us-east-1:000000000000:parameter/" + name.replaceFirst("^/", ""));
    }
}
