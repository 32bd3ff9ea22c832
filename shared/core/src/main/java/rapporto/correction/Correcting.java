// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import rapporto.correction.Layers.Kind;
import rapporto.history.Content;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Interaction;
import rapporto.reading.Item;

/**
 * Corrects readings: keeps what a person says, learns from all that the team said, and lets the new layer read when it
 * passes its trial. Duplicates of what was corrected follow in any case.
 */
public final class Correcting {
    /** How often somebody else may correct meanwhile before their own turn is left to take it up. */
    private static final int MAX_ROUNDS = 3;

    private static final String NO_LANGUAGE = "und";

    private final Corrections corrections;
    private final Layers layers;
    private final History history;
    private final Function<Interaction, Item> items;
    private final LayerMaker maker;
    private final InstantSource clock;

    /** @param items makes of a stored interaction what a reader is given */
    public Correcting(
            Corrections corrections,
            Layers layers,
            History history,
            Function<Interaction, Item> items,
            LayerMaker maker,
            InstantSource clock) {
        this.corrections = corrections;
        this.layers = layers;
        this.history = history;
        this.items = items;
        this.maker = maker;
        this.clock = clock;
    }

    /**
     * Keeps what {@code by} says of an item, and learns.
     *
     * @throws rapporto.outage.StoreUnavailable when a store did not answer; doing it again is safe
     */
    public Corrected correct(String team, ContentKey item, List<Judgement> judgements, String by, Role role) {
        if (find(item).isEmpty()) {
            return new Corrected.NoSuchItem(item);
        }
        var now = clock.instant();
        for (var judgement : judgements) {
            corrections.append(new Correction(team, item, judgement, by, role, now));
        }
        return learn(team);
    }

    /** Learns from all that the team corrected. Whoever finishes last has seen everybody's corrections. */
    public Corrected.Learnt learn(String team) {
        var all = corrections.of(team);
        var learnt = learn(team, all);
        for (int round = 1; round < MAX_ROUNDS; round++) {
            var known = corrections.of(team);
            if (known.equals(all)) {
                return learnt;
            }
            all = known;
            learnt = learn(team, all);
        }
        return learnt;
    }

    /**
     * Lets an older version read again; a proposal never does.
     *
     * @param version {@link Layers#NONE} for no layer
     * @return false when there is no such version that may read
     */
    public boolean rollBack(String team, long version) {
        boolean mayRead = layers.versions(team).stream()
                .anyMatch(kept -> kept.number() == version && kept.kind() != Kind.PROPOSAL);
        if (version != Layers.NONE && !mayRead) {
            return false;
        }
        layers.activate(team, version, clock.instant());
        return true;
    }

    private Corrected.Learnt learn(String team, List<Correction> all) {
        var settled = Settled.of(all);
        var texts = texts(settled);
        var dropped = new LinkedHashSet<ContentKey>();
        var lessons = new ArrayList<Lesson>();
        for (var correction : settled.holding()) {
            texts.getOrDefault(correction.item(), Optional.empty())
                    .ifPresentOrElse(
                            item -> lessons.add(new Lesson(item, correction.judgement())),
                            () -> dropped.add(correction.item()));
        }
        if (lessons.isEmpty()) {
            layers.activate(team, Layers.NONE, clock.instant());
            return new Corrected.Learnt(settled, List.copyOf(dropped), Layers.NONE, Optional.empty(), Optional.empty());
        }
        var active = layers.active(team);
        var made = maker.make(lessons, active == Layers.NONE ? Optional.empty() : layers.find(team, active));
        return let(team, made, settled, List.copyOf(dropped));
    }

    private Corrected.Learnt let(String team, LayerMaker.Made made, Settled settled, List<ContentKey> dropped) {
        boolean passes = made.trial().passes();
        long full = keep(team, made.layer(), passes ? Kind.TRAINED : Kind.PROPOSAL, made.trial());
        long active = passes ? full : keep(team, made.duplicates(), Kind.DUPLICATES, made.trial());
        layers.activate(team, active, clock.instant());
        return new Corrected.Learnt(
                settled, dropped, active, passes ? Optional.empty() : Optional.of(full), Optional.of(made.trial()));
    }

    /** The version with these bytes: the same bytes are no new one. */
    private long keep(String team, LayerBytes layer, Kind kind, Trial trial) {
        return layers.versions(team).stream()
                .filter(version -> version.kind() == kind && version.digest().equals(layer.digest()))
                .findFirst()
                .orElseGet(() -> layers.put(team, layer, kind, trial, clock.instant()))
                .number();
    }

    private Map<ContentKey, Optional<Item>> texts(Settled settled) {
        var texts = new HashMap<ContentKey, Optional<Item>>();
        settled.holding().forEach(correction -> texts.computeIfAbsent(correction.item(), this::find));
        return texts;
    }

    private Optional<Item> find(ContentKey key) {
        return history.find(key)
                .filter(Memory::isVisible)
                .flatMap(Memory::content)
                .map(this::item);
    }

    /** Where nobody tells what its source usually speaks, it is the language that it was read in. */
    private Item item(Content content) {
        var item = items.apply(content.interaction());
        var read = content.reading().map(reading -> reading.language().value());
        return item.usualLanguage().isPresent()
                ? item
                : item.in(read.filter(language -> !language.equals(NO_LANGUAGE)));
    }
}
