// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A stack that LocalStack's CloudFormation made from the project's own template; closing it deletes it. */
public final class DeployedStack implements AutoCloseable {
    private static final Duration MADE_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern STATUS = Pattern.compile("<StackStatus>(\\w+)</StackStatus>");
    private static final Pattern RESOURCE = Pattern.compile(
            "<LogicalResourceId>(\\w+)</LogicalResourceId>\\s*<PhysicalResourceId>([^<]+)</PhysicalResourceId>");

    private final LocalStack localStack = new LocalStack();
    private final String name;
    private final Map<String, String> physicalIds = new HashMap<>();

    private DeployedStack(String name) {
        this.name = name;
    }

    /** Makes {@code template} under a name that nobody else has. */
    public static DeployedStack of(String template) {
        var stack = new DeployedStack("s" + UUID.randomUUID().toString().substring(0, 12));
        stack.make(template);
        return stack;
    }

    /** Its name, which stands before those of its queues and topics. */
    public String name() {
        return name;
    }

    /** What {@code !Ref} to a resource gives: a queue's URL, a topic's ARN, a table's name. */
    public String ref(String logicalId) {
        var id = physicalIds.get(logicalId);
        if (id == null) {
            throw new AssertionError("%s was not made, there is %s".formatted(logicalId, physicalIds.keySet()));
        }
        return id;
    }

    @Override
    public void close() {
        localStack.cloudFormation("DeleteStack", Map.of("StackName", name));
    }

    private void make(String template) {
        localStack.cloudFormation("CreateStack", Map.of("StackName", name, "TemplateBody", template));
        var end = Instant.now().plus(MADE_WITHIN);
        while (!status().equals("CREATE_COMPLETE")) {
            if (status().contains("FAILED")
                    || status().contains("ROLLBACK")
                    || Instant.now().isAfter(end)) {
                throw new AssertionError("stack is %s:%n%s".formatted(status(), describe("DescribeStackEvents")));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        var resources = RESOURCE.matcher(describe("DescribeStackResources"));
        while (resources.find()) {
            physicalIds.put(resources.group(1), resources.group(2));
        }
    }

    private String status() {
        var status = STATUS.matcher(describe("DescribeStacks"));
        return status.find() ? status.group(1) : "missing";
    }

    private String describe(String action) {
        return localStack.cloudFormation(action, Map.of("StackName", name));
    }
}
