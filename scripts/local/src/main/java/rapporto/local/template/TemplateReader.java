// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import rapporto.local.template.Template.Expression;
import rapporto.local.template.Template.Function;
import rapporto.local.template.Template.Queue;
import rapporto.local.template.Template.Table;
import rapporto.local.template.Template.Topic;

/** Reads {@code template.yaml} and checks what a first start would otherwise trip over. */
public final class TemplateReader {
    private static final int VISIBILITY_TIMES_TIMEOUT = 6;

    /** Who may do what, who is told by e-mail, and what operators watch: nothing of it exists on one machine. */
    private static final Set<String> ON_AWS_ONLY = Set.of(
            "AWS::IAM::Role",
            "AWS::IAM::Policy",
            "AWS::Logs::LogGroup",
            "AWS::SQS::QueuePolicy",
            "AWS::SNS::Subscription",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard");

    private final List<TemplateFault> faults = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private final Set<String> known = new HashSet<>(
            Set.of("AWS::StackName", "AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::URLSuffix"));

    private TemplateReader() {}

    /**
     * The system that {@code file} describes.
     *
     * @throws TemplateFaults when it cannot be made, with every reason
     */
    public static Template read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template read(String text) {
        var reader = new TemplateReader();
        try {
            var root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
            return reader.read(Yaml.root(root, reader.faults));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new TemplateFaults(List.of(new TemplateFault(line, "", "is not YAML: " + e.getProblem())));
        }
    }

    private Template read(Yaml root) {
        var resources = root.at("Resources");
        known.addAll(resources.names());
        var parameters = root.at("Parameters");
        known.addAll(parameters.names());
        var globals = new FunctionReader(root.at("Globals").at("Function"), this::check);
        resources.names().forEach(id -> resource(id, resources.at(id), globals));
        functions.forEach(function -> checkMappings(function, resources));
        faults.sort(Comparator.comparingInt(TemplateFault::line));
        if (!faults.isEmpty()) {
            throw new TemplateFaults(faults);
        }
        return new Template(
                defaults(parameters),
                List.copyOf(functions),
                List.copyOf(queues),
                List.copyOf(tables),
                List.copyOf(topics));
    }

    /** No parameter has to be given: not here, and not at a first deploy. */
    private static Map<String, String> defaults(Yaml parameters) {
        var defaults = new HashMap<String, String>();
        for (var name : parameters.names()) {
            defaults.put(name, parameters.at(name).at("Default").required());
        }
        return Map.copyOf(defaults);
    }

    private void resource(String id, Yaml resource, FunctionReader functionReader) {
        var properties = resource.at("Properties");
        switch (resource.at("Type").required()) {
            case "AWS::Serverless::Function" -> functions.add(functionReader.read(id, properties));
            case "AWS::SQS::Queue" -> queues.add(ResourceReaders.queue(id, properties, this::check));
            case "AWS::DynamoDB::Table" -> tables.add(ResourceReaders.table(id, properties));
            case "AWS::SNS::Topic" -> topics.add(ResourceReaders.topic(id, properties, this::check));
            case "AWS::Serverless::HttpApi" -> {}
            case String type when ON_AWS_ONLY.contains(type) -> {}
            default ->
                resource.at("Type")
                        .fault("is %s, which the single machine does not know"
                                .formatted(resource.at("Type").text().orElse("missing")));
        }
    }

    /** An expression as it stands, after a look at whether what it names is there. */
    private Expression check(Yaml place) {
        var expression = place.expression();
        switch (expression) {
            case Expression.Text _ -> {}
            case Expression.Ref(var id) -> checkName(place, id);
            case Expression.Attribute attribute -> checkName(place, attribute.id());
            case Expression.Sub(var text) -> Substitution.names(text).forEach(name -> checkName(place, name));
        }
        return expression;
    }

    private void checkName(Yaml place, String name) {
        if (!known.contains(name)) {
            place.fault("names %s, which is not in the template".formatted(name));
        }
    }

    private void checkMappings(Function function, Yaml resources) {
        for (var mapping : function.mappings()) {
            var place = resources.at(mapping.queue());
            var queue = queues.stream()
                    .filter(one -> one.id().equals(mapping.queue()))
                    .findFirst();
            long wanted = VISIBILITY_TIMES_TIMEOUT * function.timeout().toSeconds();
            if (queue.isEmpty()) {
                resources
                        .at(function.id())
                        .fault("polls %s, which is no queue of the template".formatted(mapping.queue()));
            } else if (Long.parseLong(queue.get().attributes().getOrDefault("VisibilityTimeout", "30")) < wanted) {
                place.fault("has a VisibilityTimeout below %d s, six times the Timeout of %s"
                        .formatted(wanted, function.id()));
            } else if (queue.get().redrive().isEmpty()) {
                place.fault("has no RedrivePolicy: what fails again and again would block it");
            }
        }
    }
}
