// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.ssm;

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

    private static Door read(SourceId source, String document) {
        try {
            return DoorDocument.read(source, document);
        } catch (MalformedField e) {
            throw new StoreUnavailable("ssm", "door", source.toString(), e);
        }
    }
}
