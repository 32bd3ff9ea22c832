// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.time.Instant;
import java.util.Optional;
import rapporto.alert.AlertMessage;
import rapporto.escalation.Case;
import rapporto.escalation.Case.State;
import rapporto.interaction.ContentKey;

/**
 * A case as one item, {@code E#<concern>} / {@code A}; each interaction that fed it is {@code E#<concern>} / {@code
 * SEEN#<content key>}. In the due index while something is due, in the pending index while its alert is unsent; shards
 * keep both from becoming one hot key.
 */
final class CaseItem {
    static final int SHARDS = 4;
    static final String DUE = "dpk";
    static final String DUE_SORT = "dsk";
    static final String PENDING = "npk";
    static final String PENDING_SORT = "nsk";

    private CaseItem() {}

    static String pk(String id) {
        return "E#" + id;
    }

    static String seen(ContentKey by) {
        return "SEEN#" + by;
    }

    /** Partition of the cases that wait for others to answer. */
    static String waiting(int shard) {
        return "W#" + shard;
    }

    /** Partition of the cases whose answer is due. */
    static String alerted(int shard) {
        return "O#" + shard;
    }

    /** Partition of the cases whose alert is unsent. */
    static String unsent(int shard) {
        return "P#" + shard;
    }

    static Attributes write(Case held) {
        var item = Attributes.key(pk(held.id()), Attributes.ITSELF)
                .put("st", held.state().name())
                .put("rule", held.rule())
                .put("team", held.team())
                .put("by", held.openedBy().toString())
                .put("ch", SortKey.of(held.changedAt()))
                .put("due", SortKey.of(held.dueAt()))
                .put("occ", held.occurrences());
        held.alert().ifPresent(alert -> alert(item, alert));
        index(item, held);
        return item;
    }

    static void alert(Attributes item, AlertMessage alert) {
        item.put("ai", alert.id())
                .put("as", alert.subject())
                .put("aa", alert.attributes())
                .put("ab", alert.body());
    }

    static Case read(Attributes item) {
        var alert =
                item.optional("ai").map(id -> new AlertMessage(id, item.text("as"), item.map("aa"), item.text("ab")));
        return new Case(
                item.text(Attributes.PK).substring(2),
                State.valueOf(item.text("st")),
                item.text("rule"),
                item.text("team"),
                ContentKey.parse(item.text("by")),
                Instant.parse(item.text("ch")),
                Instant.parse(item.text("due")),
                alert,
                (int) item.number("occ"));
    }

    static int shard(String id) {
        return Math.floorMod(id.hashCode(), SHARDS);
    }

    private static void index(Attributes item, Case held) {
        int shard = shard(held.id());
        var due = SortKey.of(held.dueAt(), held.id());
        Optional<String> partition =
                switch (held.state()) {
                    case WAITING -> Optional.of(waiting(shard));
                    case PENDING, SENT -> Optional.of(alerted(shard));
                    case CLOSED -> Optional.empty();
                };
        partition.ifPresent(name -> item.put(DUE, name).put(DUE_SORT, due));
        if (held.state() == State.PENDING) {
            item.put(PENDING, unsent(shard)).put(PENDING_SORT, SortKey.of(held.changedAt(), held.id()));
        }
    }
}
