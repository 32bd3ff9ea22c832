// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.ssm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapporto.channel.Door;
import rapporto.intake.Doors;
import rapporto.interaction.SourceId;
import rapporto.json.MalformedField;
import rapporto.outage.StoreUnavailable;

/** Doors as SecureString parameters, one for each source. A parameter that cannot be read lets nobody in. */
public final class SsmDoors implements Doors {
    private final ParameterStore parameters;
    private final String path;

    /** @param path under which the parameters lie: {@code /rapporto/prod/sources} */
    public SsmDoors(ParameterStore parameters, String path) {
        this.parameters = parameters;
        this.path = path;
    }

    @Override
    public Optional<Door> door(SourceId source) {
        return parameters.get(DoorDocument.name(path, source)).map(document -> read(source, document));
    }

    /**
     * A door as it is kept.
     *
     * @param door empty when its parameter cannot be read
     * @param changed when its parameter was last written; empty where the store does not say
     */
    public record Kept(SourceId source, Optional<Door> door, Optional<Instant> changed) {}

    /** Every door there is, by source; parameters that name no source are left out. */
    public List<Kept> all() {
        var all = new ArrayList<Kept>();
        parameters.under(path).forEach((name, found) -> {
            var parts = name.substring(path.length() + 1).split("/", -1);
            if (parts.length == 2 && SourceId.isValid(parts[0], parts[1])) {
                var source = new SourceId(parts[0], parts[1]);
                all.add(new Kept(source, readable(source, found.value()), found.changed()));
            }
        });
        return all;
    }

    /** Keeps {@code door} in place of what its source had. */
    public void put(Door door) {
        parameters.put(DoorDocument.name(path, door.source()), DoorDocument.write(door));
    }

    private static Optional<Door> readable(SourceId source, String document) {
        try {
            return Optional.of(DoorDocument.read(source, document));
        } catch (MalformedField e) {
            return Optional.empty();
        }
    }

    private static Door read(SourceId source, String document) {
        try {
            return DoorDocument.read(source, document);
        } catch (MalformedField e) {
            throw new StoreUnavailable("ssm", "door", source.toString(), e);
        }
    }
}
