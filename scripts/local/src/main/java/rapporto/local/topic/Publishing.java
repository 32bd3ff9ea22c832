// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Publish and PublishBatch: parameters in, the elements of the result out. */
final class Publishing {
    private static final int MOST_ENTRIES = 10;
    private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /** What SNS knows and this does not: refused, so that nobody takes it for done. */
    private static final List<String> NOT_SERVED =
            List.of("MessageStructure", "MessageGroupId", "MessageDeduplicationId", "TargetArn", "PhoneNumber");

    private final Topics topics;

    Publishing(Topics topics) {
        this.topics = topics;
    }

    List<Element> publish(Query query) {
        var draft = draft(query.text("TopicArn"), query);
        return List.of(Element.of("MessageId", topics.publish(List.of(draft)).getFirst()));
    }

    /** Entries that break a rule fail alone; the others are accepted together. */
    List<Element> publishBatch(Query query) {
        var entries = byId(query.items("PublishBatchRequestEntries.member"));
        var topicArn = topics.topic(query.text("TopicArn")).arn();
        var drafts = new LinkedHashMap<String, Draft>();
        var failed = new ArrayList<List<Element>>();
        entries.forEach((id, entry) -> {
            try {
                drafts.put(id, draft(topicArn, entry));
            } catch (TopicFault fault) {
                failed.add(failure(id, fault));
            }
        });
        if (drafts.values().stream().mapToInt(Draft::size).sum() > Draft.LARGEST) {
            throw TopicFault.batch("BatchRequestTooLong", "batch is over %d bytes".formatted(Draft.LARGEST));
        }
        var messageIds = topics.publish(List.copyOf(drafts.values())).iterator();
        var successful = drafts.keySet().stream()
                .map(id -> List.of(Element.of("Id", id), Element.of("MessageId", messageIds.next())))
                .toList();
        return List.of(Element.members("Successful", successful), Element.members("Failed", failed));
    }

    private static Map<String, Query> byId(List<Query> entries) {
        if (entries.isEmpty()) {
            throw TopicFault.batch("EmptyBatchRequest", "batch has no entry, wanted 1 to %d".formatted(MOST_ENTRIES));
        }
        if (entries.size() > MOST_ENTRIES) {
            throw TopicFault.batch(
                    "TooManyEntriesInBatchRequest",
                    "batch has %d entries, wanted 1 to %d".formatted(entries.size(), MOST_ENTRIES));
        }
        var byId = new LinkedHashMap<String, Query>();
        for (var entry : entries) {
            if (!ENTRY_ID.matcher(entry.text("Id")).matches()) {
                throw TopicFault.batch("InvalidBatchEntryId", "wanted 1 to 80 letters, digits, hyphens, underscores");
            }
            byId.put(entry.text("Id"), entry);
        }
        if (byId.size() < entries.size()) {
            throw TopicFault.batch("BatchEntryIdsNotDistinct", "two entries of the batch have the same id");
        }
        return byId;
    }

    private static List<Element> failure(String id, TopicFault fault) {
        return List.of(
                Element.of("Id", id),
                Element.of("Code", fault.code()),
                Element.of("Message", fault.getMessage()),
                Element.of("SenderFault", "true"));
    }

    private static Draft draft(String topicArn, Query query) {
        for (var parameter : NOT_SERVED) {
            if (query.optional(parameter).isPresent()) {
                throw TopicFault.parameter(parameter + ": not served here");
            }
        }
        return new Draft(topicArn, query.optional("Subject"), attributes(query), query.text("Message"));
    }

    private static Map<String, Attribute> attributes(Query query) {
        var attributes = new HashMap<String, Attribute>();
        for (var entry : query.items("MessageAttributes.entry")) {
            var value = entry.optional("Value.StringValue").orElse("");
            attributes.put(entry.text("Name"), new Attribute(entry.text("Value.DataType"), value));
        }
        return attributes;
    }
}
