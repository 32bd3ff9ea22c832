// SPDX-License-Identifier: Apache-2.0
package rapporto.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import rapporto.alert.AlertMessage;
import rapporto.escalation.Case;
import rapporto.escalation.Case.State;
import rapporto.escalation.Cases;
import rapporto.interaction.ContentKey;

/** Cases that end with the process. Thread-safe. */
public final class InMemoryCases implements Cases {
    private final Map<String, Case> cases = new ConcurrentHashMap<>();
    private final Set<String> fed = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Case> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public boolean open(Case fresh) {
        return cases.putIfAbsent(fresh.id(), fresh) == null;
    }

    @Override
    public void feed(String id, ContentKey by, Instant now) {
        cases.computeIfPresent(id, (_, held) -> {
            boolean counts = !held.openedBy().equals(by) && fed.add(id + " " + by);
            return counts ? held.with(held.state(), held.changedAt(), held.occurrences() + 1) : held;
        });
    }

    @Override
    public boolean alert(String id, AlertMessage alert, Instant now, Instant dueAt) {
        return move(id, State.WAITING, held -> held.alerted(alert, now, dueAt));
    }

    @Override
    public void sent(String id, Instant now) {
        move(id, State.PENDING, held -> held.with(State.SENT, now, held.occurrences()));
    }

    @Override
    public boolean close(String id, Instant now) {
        return move(id, State.WAITING, held -> held.with(State.CLOSED, now, held.occurrences()));
    }

    @Override
    public List<Case> pendingSince(Instant then, int limit) {
        return select(Set.of(State.PENDING), Case::changedAt, then, limit);
    }

    @Override
    public List<Case> waitingDue(Instant then, int limit) {
        return select(Set.of(State.WAITING), Case::dueAt, then, limit);
    }

    @Override
    public List<Case> alertedDue(Instant then, int limit) {
        return select(Set.of(State.PENDING, State.SENT), Case::dueAt, then, limit);
    }

    private boolean move(String id, State from, UnaryOperator<Case> change) {
        var moved = new boolean[1];
        cases.computeIfPresent(id, (_, held) -> {
            moved[0] = held.state() == from;
            return moved[0] ? change.apply(held) : held;
        });
        return moved[0];
    }

    private List<Case> select(Set<State> states, Function<Case, Instant> time, Instant then, int limit) {
        return cases.values().stream()
                .filter(held ->
                        states.contains(held.state()) && time.apply(held).isBefore(then))
                .sorted(Comparator.comparing(time))
                .limit(limit)
                .toList();
    }
}
