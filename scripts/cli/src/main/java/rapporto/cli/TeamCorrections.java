// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import rapporto.classification.Recall;
import rapporto.cli.Exit.Stop;
import rapporto.correction.Corrected;
import rapporto.correction.Correcting;
import rapporto.correction.Judgement;
import rapporto.correction.Offering;
import rapporto.correction.Role;
import rapporto.interaction.ContentKey;
import rapporto.reading.team.CurrentLayers;
import rapporto.reading.trained.TeamLayers;
import rapporto.reading.trained.TrainedReader;
import rapporto.settings.Settings;

/** What one team of a deployment corrected, and what was learnt from it. */
final class TeamCorrections {
    private final Stores stores;
    private final String team;
    private final TeamReport report;
    private final Recall recall;
    private final Correcting correcting;

    /** @param reader made when it is needed: its models take their time to load */
    TeamCorrections(Stores stores, String team, Supplier<TrainedReader> reader, Form form) {
        this.stores = stores;
        this.team = team;
        this.report = new TeamReport(team, form);
        var settings = settings(stores, team);
        this.recall = new Recall(stores.history(), () -> settings);
        this.correcting = new Correcting(
                stores.corrections(),
                stores.layers(),
                stores.history(),
                recall::item,
                (lessons, active) -> TeamLayers.packaged(reader.get()).make(lessons, active),
                InstantSource.system());
    }

    /** The settings, in which {@code team} must stand. */
    static Settings settings(Stores stores, String team) {
        var settings =
                stores.organisation().orElseThrow(() -> new Stop(Exit.NOT_FOUND, "no valid settings were put yet"));
        var known = settings.teams().stream().map(one -> one.id()).sorted().toList();
        if (!known.contains(team)) {
            throw new Stop(Exit.NOT_FOUND, "team is %s, wanted one of %s".formatted(team, String.join(", ", known)));
        }
        return settings;
    }

    /** {@code reader} as every team of a deployment corrected it; on stderr who has a layer that cannot be read. */
    static TrainedReader taught(TrainedReader reader, Stores stores) {
        var layers = new CurrentLayers(
                stores.layers(),
                (what, by) -> System.err.printf("%s %s: read without its layer%n", what, by),
                InstantSource.system());
        return reader.with(layers::of);
    }

    int correct(ContentKey item, List<Judgement> judgements, String by, Role role) {
        return switch (correcting.correct(team, item, judgements, by, role)) {
            case Corrected.NoSuchItem(var key) ->
                throw new Stop(
                        Exit.NOT_FOUND,
                        "%s is not remembered: never seen, hidden, deleted or forgotten".formatted(key));
            case Corrected.Learnt learnt -> {
                report.learnt(item, learnt);
                yield Exit.OK.code();
            }
        };
    }

    int rollBack(long version) {
        if (!correcting.rollBack(team, version)) {
            throw new Stop(Exit.NOT_FOUND, "team %s has no version %d that may read".formatted(team, version));
        }
        report.active(version);
        return Exit.OK.code();
    }

    int list() {
        var versions = stores.layers().versions(team);
        report.versions(versions, stores.layers().active(team));
        return (versions.isEmpty() ? Exit.NOT_FOUND : Exit.OK).code();
    }

    int offer() {
        var offers =
                new Offering(stores.history(), stores.corrections(), recall::team, InstantSource.system()).today(team);
        report.offers(offers);
        return (offers.isEmpty() ? Exit.NOT_FOUND : Exit.OK).code();
    }
}
