// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import rapporto.aws.http.SignedCalls;
import rapporto.cli.Exit.Stop;

/** What a CloudFormation stack tells of itself, by its query protocol: one call is not worth the SDK's client for it. */
record StackOutputs(SignedCalls cloudFormation) {
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

    /** The outputs of {@code stack} by their names. */
    Map<String, String> of(String stack) {
        var form = "Action=DescribeStacks&Version=2010-05-15&StackName="
                + URLEncoder.encode(stack, StandardCharsets.UTF_8);
        try {
            var answer = cloudFormation.post(FORM, form);
            var document = read(answer.body());
            if (answer.status() != 200) {
                throw refused(stack, text(document.getDocumentElement(), "Code"), answer.status());
            }
            return outputs(document);
        } catch (IOException | SAXException e) {
            throw new Stop(
                    Exit.UPSTREAM,
                    "cloudformation: stack %s: %s".formatted(stack, e.getClass().getSimpleName()));
        }
    }

    private static Stop refused(String stack, String code, int status) {
        return switch (code) {
            case "ValidationError" -> new Stop(Exit.NOT_FOUND, "there is no stack %s here".formatted(stack));
            case "AccessDenied" -> new Stop(Exit.REFUSED, "cloudformation: stack %s: AccessDenied".formatted(stack));
            default ->
                new Stop(Exit.UPSTREAM, "cloudformation: stack %s: status %d, %s".formatted(stack, status, code));
        };
    }

    private static Map<String, String> outputs(Document document) {
        var outputs = new HashMap<String, String>();
        var keys = document.getElementsByTagName("OutputKey");
        for (int i = 0; i < keys.getLength(); i++) {
            if (keys.item(i).getParentNode() instanceof Element output) {
                outputs.put(keys.item(i).getTextContent(), text(output, "OutputValue"));
            }
        }
        return outputs;
    }

    private static String text(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static Document read(String xml) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
