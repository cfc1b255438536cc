package org.deviceoffboarding.demotenant.graph;

/** Parts of a batch, as JSON. */
final class Part {

    private Part() {}

    static String get(String id, String url) {
        return "{\"id\":\"" + id + "\",\"method\":\"GET\",\"url\":\"" + url + "\"}";
    }

    /** Returns a part that disables or enables the device with an object ID. */
    static String enable(String id, String device, boolean enabled) {
        return "{\"id\":\"" + id + "\",\"method\":\"PATCH\",\"url\":\"/devices/" + device
                + "\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"accountEnabled\":" + enabled
                + "}}";
    }

    static String disable(String id, String device) {
        return enable(id, device, false);
    }

    static String delete(String id, String device) {
        return "{\"id\":\"" + id + "\",\"method\":\"DELETE\",\"url\":\"/devices/" + device + "\"}";
    }

    static String restore(String id, String device) {
        return "{\"id\":\"" + id + "\",\"method\":\"POST\",\"url\":\"/directory/deletedItems/" + device + "/restore\"}";
    }
}
