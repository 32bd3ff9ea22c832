// SPDX-License-Identifier: Apache-2.0
package rapporto.local.stack;

import java.util.HashMap;
import java.util.Map;
import rapporto.json.Json;
import rapporto.local.template.Template;
import rapporto.local.template.Template.Queue;
import rapporto.local.template.Template.Topic;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** Makes what a template describes, or finds it made. */
public final class StackMaker {
    private final SqsClient sqs;
    private final SnsClient sns;
    private final DynamoDbClient dynamo;
    private final Map<String, String> refs = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param stackName that stands before the names of all resources */
    public StackMaker(SqsClient sqs, SnsClient sns, DynamoDbClient dynamo, String stackName, String region) {
        this.sqs = sqs;
        this.sns = sns;
        this.dynamo = dynamo;
        refs.put("AWS::StackName", stackName);
        refs.put("AWS::Region", region);
        refs.put("AWS::AccountId", "000000000000");
        refs.put("AWS::Partition", "aws");
        refs.put("AWS::URLSuffix", "amazonaws.com");
    }

    /** The stack of {@code template}; made once, it is found again. */
    public Stack make(Template template) {
        refs.putAll(template.parameters());
        refs.put("Stage", refs.get("AWS::StackName"));
        var stack = new Stack(refs, attributes, names);
        template.queues().forEach(queue -> queue(queue, stack.resolve(queue.name())));
        template.queues().forEach(this::redrive);
        template.topics().forEach(topic -> topic(topic, stack.resolve(topic.name())));
        for (var table : template.tables()) {
            var name = new TableMaker(dynamo).make(table, refs.get("AWS::StackName") + "-" + table.id());
            refs.put(table.id(), name);
            names.put(table.id(), name);
        }
        return stack;
    }

    /** A queue that was stored with other attributes keeps its messages and takes the new ones. */
    private void queue(Queue queue, String name) {
        String url;
        try {
            url = sqs.createQueue(request -> request.queueName(name).attributesWithStrings(queue.attributes()))
                    .queueUrl();
        } catch (QueueNameExistsException e) {
            url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
            var existing = url;
            sqs.setQueueAttributes(request -> request.queueUrl(existing).attributesWithStrings(queue.attributes()));
        }
        var made = url;
        var arn = sqs.getQueueAttributes(request -> request.queueUrl(made).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        refs.put(queue.id(), url);
        attributes.put(queue.id() + ".Arn", arn);
        names.put(queue.id(), name);
    }

    private void redrive(Queue queue) {
        queue.redrive().ifPresent(redrive -> {
            var policy = Json.object()
                    .put("deadLetterTargetArn", attributes.get(redrive.deadLetters() + ".Arn"))
                    .put("maxReceiveCount", redrive.maxReceiveCount());
            sqs.setQueueAttributes(request -> request.queueUrl(refs.get(queue.id()))
                    .attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, Json.write(policy))));
        });
    }

    private void topic(Topic topic, String name) {
        refs.put(topic.id(), sns.createTopic(request -> request.name(name)).topicArn());
        names.put(topic.id(), name);
    }
}
