// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import rapporto.local.localstack.DeployedStack;
import rapporto.local.localstack.Extract;
import rapporto.local.localstack.LocalStack;

/** The handlers in our JVM, all else on LocalStack, in a stack that its CloudFormation made from the template. */
@Tag("localstack")
class LocalStackJourneyTest extends JourneyContract {
    private final DeployedStack stack = DeployedStack.of(Extract.ofTemplate());

    @AfterEach
    void stop() {
        stack.close();
    }

    @Override
    protected List<String> options() {
        return List.of("--endpoint", LocalStack.endpoint().toString(), "--stack", stack.name());
    }
}
