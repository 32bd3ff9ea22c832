// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rapporto.correction.Corrected;
import rapporto.correction.Correction;
import rapporto.correction.Layers;
import rapporto.correction.Layers.Version;
import rapporto.correction.Offer;
import rapporto.correction.Settled;
import rapporto.correction.Trial;
import rapporto.correction.TrialJson;
import rapporto.history.Entry;
import rapporto.interaction.ContentKey;
import rapporto.json.Json;
import rapporto.reading.ReadingJson;

/** Tells what came of a team's corrections. */
record TeamReport(String team, Form form) {
    void learnt(ContentKey item, Corrected.Learnt learnt) {
        switch (form) {
            case TEXT -> learntText(item, learnt);
            case JSON -> System.out.println(Json.write(learntJson(item, learnt)));
        }
    }

    private void learntText(ContentKey item, Corrected.Learnt learnt) {
        for (var overruled : learnt.settled().overruled(item)) {
            System.out.printf("overruled: %s, by %s%n", said(overruled.correction()), said(overruled.by()));
        }
        learnt.dropped().forEach(gone -> System.out.printf("dropped: %s is gone%n", gone));
        if (learnt.trial().isEmpty()) {
            active(learnt.active());
            return;
        }
        var trial = learnt.trial().get();
        learnt.proposal()
                .ifPresentOrElse(
                        proposal -> System.out.printf(
                                "kept as proposal %d: %s%nduplicates of what was corrected follow, as version %d%n",
                                proposal, trial.refusal().orElse(""), learnt.active()),
                        () -> System.out.printf("activated as version %d%n", learnt.active()));
        System.out.println(numbers(trial));
    }

    private ObjectNode learntJson(ContentKey item, Corrected.Learnt learnt) {
        var answer = answer().put("active", learnt.active());
        learnt.proposal().ifPresent(proposal -> answer.put("proposal", proposal));
        learnt.trial().ifPresent(trial -> answer.set("trial", TrialJson.of(trial)));
        learnt.trial().flatMap(Trial::refusal).ifPresent(why -> answer.put("refusal", why));
        var overruled = answer.putArray("overruled");
        for (Settled.Overruled one : learnt.settled().overruled(item)) {
            overruled.addObject().put("said", said(one.correction())).put("by", said(one.by()));
        }
        var dropped = answer.putArray("dropped");
        learnt.dropped().forEach(gone -> dropped.add(gone.toString()));
        return answer;
    }

    void active(long version) {
        switch (form) {
            case TEXT ->
                System.out.println(
                        version == Layers.NONE
                                ? "no layer reads from now on"
                                : "version %d reads from now on".formatted(version));
            case JSON -> System.out.println(Json.write(answer().put("active", version)));
        }
    }

    void versions(List<Version> versions, long active) {
        var answer = answer().put("active", active);
        var list = answer.putArray("versions");
        for (var version : versions) {
            switch (form) {
                case TEXT ->
                    System.out.printf(
                            "%s %d  %s  %-10s  %s%n",
                            version.number() == active ? "*" : " ",
                            version.number(),
                            version.madeAt(),
                            word(version.kind()),
                            numbers(version.trial()));
                case JSON ->
                    list.addObject()
                            .put("version", version.number())
                            .put("madeAt", version.madeAt().toString())
                            .put("kind", word(version.kind()))
                            .put("digest", version.digest())
                            .set("trial", TrialJson.of(version.trial()));
            }
        }
        if (form == Form.JSON) {
            System.out.println(Json.write(answer));
        }
    }

    void offers(List<Offer> offers) {
        var answer = answer();
        var list = answer.putArray("items");
        for (var offer : offers) {
            switch (form) {
                case TEXT -> offer(offer);
                case JSON ->
                    list.addObject()
                            .put("key", offer.item().toString())
                            .put("score", offer.score())
                            .put("excerpt", offer.words().excerpt(Entry.EXCERPT_CHARACTERS))
                            .set("reading", ReadingJson.of(offer.reading()));
            }
        }
        if (form == Form.JSON) {
            System.out.println(Json.write(answer));
        }
    }

    private void offer(Offer offer) {
        var reading = offer.reading();
        System.out.printf(
                Locale.ROOT,
                "%s  %s, %s (%.2f)  %s%n  scripts/rapporto read --correct '%s' --team %s --by NAME --label HEAD=VALUE%n",
                offer.item(),
                reading.primary().value().word(),
                word(reading.sentiment().value()),
                offer.score(),
                offer.words().excerpt(Entry.EXCERPT_CHARACTERS),
                offer.item(),
                team);
    }

    private ObjectNode answer() {
        return Json.object().put("schema", 1).put("team", team);
    }

    private static String numbers(Trial trial) {
        return "%d corrections  %s  core %s"
                .formatted(
                        trial.corrections(),
                        trial.folds(),
                        trial.core().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    private static String said(Correction correction) {
        return "%s=%s of %s (%s)"
                .formatted(
                        correction.judgement().head(),
                        correction.judgement().value(),
                        correction.by(),
                        word(correction.role()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
