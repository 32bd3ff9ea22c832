// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.ssm;

import java.util.Optional;
import rapporto.aws.client.Calls;
import rapporto.channel.Door;
import rapporto.intake.Doors;
import rapporto.interaction.SourceId;
import rapporto.json.MalformedField;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Doors as SecureString parameters, one for each source. A parameter that cannot be read lets nobody in. */
public final class SsmDoors implements Doors {
    private final SsmClient ssm;
    private final String path;
    private final Calls calls = new Calls("ssm");

    /** @param path under which the parameters lie: {@code /rapporto/prod/sources} */
    public SsmDoors(SsmClient ssm, String path) {
        this.ssm = ssm;
        this.path = path;
    }

    @Override
    public Optional<Door> door(SourceId source) {
        var name = DoorDocument.name(path, source);
        return calls.call("door", source.toString(), () -> {
            try {
                var parameter = ssm.getParameter(request -> request.name(name).withDecryption(true));
                return Optional.of(
                        DoorDocument.read(source, parameter.parameter().value()));
            } catch (ParameterNotFoundException e) {
                return Optional.empty();
            } catch (MalformedField e) {
                throw new StoreUnavailable("ssm", "door", source.toString(), e);
            }
        });
    }
}
