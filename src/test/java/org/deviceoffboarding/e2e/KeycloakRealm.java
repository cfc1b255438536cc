package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A realm with the portal as its client, and what an administrator does there. Everybody's password is the same. */
final class KeycloakRealm {

    static final String ADMINISTRATOR = "admin";
    static final String PASSWORD = "correct-horse";
    static final String CLIENT = "portal";
    static final String SECRET = "the-secret-of-the-portal";
    private static final String REALM = "contoso";

    private final String keycloak;

    private KeycloakRealm(String keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes the realm, with a user for each of the people who has a role. */
    static KeycloakRealm create(Keycloak keycloak, String portalUrl) {
        KeycloakRealm realm = new KeycloakRealm(keycloak.url());
        realm.send("POST", "/admin/realms", """
                {"realm": "contoso", "enabled": true, "sslRequired": "none",
                 "clients": [{
                     "clientId": "portal", "secret": "the-secret-of-the-portal", "publicClient": false,
                     "standardFlowEnabled": true, "redirectUris": ["%1$s/*"],
                     "attributes": {
                         "backchannel.logout.url": "%1$s/logout/connect/back-channel/tenant",
                         "backchannel.logout.session.required": "true",
                         "pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "%1$s/*"},
                     "protocolMappers": [{
                         "name": "roles", "protocol": "openid-connect",
                         "protocolMapper": "oidc-usermodel-client-role-mapper",
                         "config": {
                             "usermodel.clientRoleMapping.clientId": "portal", "claim.name": "roles",
                             "jsonType.label": "String", "multivalued": "true", "id.token.claim": "true"}}]}],
                 "roles": {"client": {"portal": [{"name": "Owner"}, {"name": "Reader"}]}},
                 "users": [%2$s, %3$s]}
                """.formatted(
                        portalUrl, user(Person.OWNER, "Owner"), user(Person.READER, "Reader")));
        return realm;
    }

    String issuer() {
        return keycloak + "/realms/" + REALM;
    }

    void takeRole(Person person, String role) {
        changeRole("DELETE", person, role);
    }

    void giveRole(Person person, String role) {
        changeRole("POST", person, role);
    }

    /** Ends what Keycloak keeps of a person's sign-ins to the portal; with {@code offline_access} that is all there is. */
    void signOut(Person person) {
        send("GET", userPath(person) + "/offline-sessions/" + clientId(), "")
                .forEach(session -> send(
                        "DELETE",
                        "/admin/realms/" + REALM + "/sessions/"
                                + session.get("id").asString() + "?isOffline=true",
                        ""));
    }

    void enable(Person person, boolean enabled) {
        JsonNode user = send("GET", userPath(person), "");
        send("PUT", userPath(person), user.toString().replaceFirst("\"enabled\":\\w+", "\"enabled\":" + enabled));
    }

    void delete() {
        send("DELETE", "/admin/realms/" + REALM, "");
    }

    private void changeRole(String method, Person person, String role) {
        String client = clientId();
        JsonNode found = send("GET", "/admin/realms/" + REALM + "/clients/" + client + "/roles/" + role, "");
        send(method, userPath(person) + "/role-mappings/clients/" + client, "[" + found + "]");
    }

    private String clientId() {
        return send("GET", "/admin/realms/" + REALM + "/clients?clientId=" + CLIENT, "")
                .get(0)
                .get("id")
                .asString();
    }

    private String userPath(Person person) {
        JsonNode found =
                send("GET", "/admin/realms/" + REALM + "/users?exact=true&username=" + person.userPrincipalName(), "");
        return "/admin/realms/" + REALM + "/users/" + found.get(0).get("id").asString();
    }

    private static String user(Person person, String role) {
        String[] names = person.displayName().split(" ");
        return """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
                 "firstName": "%2$s", "lastName": "%3$s", "realmRoles": ["default-roles-contoso"],
                 "credentials": [{"type": "password", "value": "%4$s"}], "clientRoles": {"portal": ["%5$s"]}}
                """.formatted(person.userPrincipalName(), names[0], names[1], PASSWORD, role);
    }

    private JsonNode send(String method, String path, String body) {
        return exchange(HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private String administratorsToken() {
        Map<String, String> form = Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", ADMINISTRATOR, "password", PASSWORD);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .reduce("", (left, right) -> left + "&" + right);
        return exchange(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .get("access_token")
                .asString();
    }

    private static JsonNode exchange(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        answer.request() + " was refused: " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
