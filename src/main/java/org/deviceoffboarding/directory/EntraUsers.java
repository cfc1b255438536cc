package org.deviceoffboarding.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphRequest;
import org.springframework.stereotype.Component;

/** Finds people in Entra ID. */
@Component
public class EntraUsers {

    private final Graph graph;

    EntraUsers(Graph graph) {
        this.graph = graph;
    }

    /**
     * Finds one person.
     *
     * @param idOrName the object ID, or the user principal name whole
     * @throws org.deviceoffboarding.graph.GraphException if there is none, or if it cannot be told
     */
    public EntraUser find(String idOrName, AccessTokens tokens) {
        UUID objectId = Guids.parse(idOrName);
        String wanted = objectId == null ? idOrName.strip() : objectId.toString();
        if (wanted.isEmpty() || objectId == null && !wanted.contains("@")) {
            throw new NotInEntraException(
                    "'" + wanted
                            + "' is no user. Give the whole user principal name, such as ada@contoso.com, or the user's object ID.");
        }
        String path =
                "/users/" + URLEncoder.encode(wanted, StandardCharsets.UTF_8).replace("+", "%20")
                        + "?$select=id,userPrincipalName";
        GraphAnswer answer = graph.getAll(
                        List.of(new GraphRequest(wanted, path)), "users", OwnedDevices.PERMISSION, tokens)
                .getFirst();
        if (answer.status() == 404) {
            throw new NotInEntraException("Microsoft Entra has no user " + wanted
                    + ": the account was deleted, or the name is not its whole user principal name.");
        }
        UUID id = BlankValues.orId(answer.body().path("id").asString(""));
        String name = BlankValues.orText(answer.body().path("userPrincipalName").asString(""));
        if (answer.status() != 200 || id == null || name == null) {
            throw new GraphAnswerException(
                    "Microsoft Graph gave no clear answer to who the user %s is: status %d. Check that the agent has the permission %s; if it was set up before the portal asked for it, renew it under Settings. Then try again."
                            .formatted(wanted, answer.status(), OwnedDevices.PERMISSION));
        }
        return new EntraUser(id, name);
    }
}
