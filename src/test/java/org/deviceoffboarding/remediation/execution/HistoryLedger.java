package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.DeviceWrite.What;
import org.deviceoffboarding.demotenant.population.Population;
import org.jspecify.annotations.Nullable;

/** Who did what to each device in Entra, by the tenant's own history of writes. */
class HistoryLedger {

    static final String SOMEBODY = "somebody@contoso.example";

    private final Population population;
    private final Map<UUID, Account> accounts = new HashMap<>();

    HistoryLedger(Population population, List<HistoryDevice> devices) {
        this.population = population;
        devices.forEach(device ->
                accounts.put(device.id(), new Account(device, writes(device).size())));
    }

    /** What is known of one device. */
    static final class Account {
        private final HistoryDevice device;
        private int read;
        private boolean enabled = true;
        private boolean mine;
        private boolean pending;
        private final Map<What, String> last = new HashMap<>();
        private @Nullable Instant disabledAt;
        private @Nullable Instant enabledAt;
        private boolean verifiedDisabled;
        private boolean verifiedDeleted;

        Account(HistoryDevice device, int read) {
            this.device = device;
            this.read = read;
        }

        /** Returns whether this portal disabled it, and nobody could see it enabled since. */
        boolean mine() {
            return mine;
        }

        boolean enabled() {
            return enabled;
        }

        /** Returns whether it was enabled before a time, and was not disabled since. */
        boolean seenSince(Instant time) {
            return enabled && (enabledAt == null || !enabledAt.isAfter(time));
        }

        /** Returns who did something to it last that made a difference; null if nobody has. */
        @Nullable
        String last(What what) {
            return last.get(what);
        }

        boolean lastBySomebody(What what) {
            return SOMEBODY.equals(last.get(what));
        }

        /** Returns since when its grace period counts; null if it does not. */
        @Nullable
        Instant disabledAt() {
            return disabledAt;
        }

        /** Returns whether the portal verified it as disabled, and nobody enabled it since. */
        boolean verifiedDisabled() {
            return verifiedDisabled;
        }

        /** Returns whether the portal verified it as deleted, and nobody restored it since. */
        boolean verifiedDeleted() {
            return verifiedDeleted;
        }

        @Override
        public String toString() {
            return last + (mine ? ", disabled by this portal" : "") + (enabled ? ", enabled" : ", disabled");
        }

        private void note(DeviceWrite write) {
            boolean somebody = SOMEBODY.equals(write.by());
            switch (write.what()) {
                case DISABLED -> {
                    if (enabled) {
                        last.put(What.DISABLED, write.by());
                        if (!somebody) {
                            mine = true;
                            disabledAt = write.at();
                        }
                    }
                    enabled = false;
                }
                case ENABLED -> {
                    if (!enabled) {
                        last.put(What.ENABLED, write.by());
                    }
                    if (!somebody) {
                        mine = false;
                        disabledAt = null;
                    }
                    verifiedDisabled = false;
                    enabledAt = write.at();
                    enabled = true;
                }
                default -> {
                    last.put(write.what(), write.by());
                    verifiedDeleted &= write.what() != What.RESTORED;
                }
            }
        }
    }

    Account of(UUID device) {
        return Objects.requireNonNull(accounts.get(device), "Each device has an account");
    }

    /** Takes in what was written since the last time, and returns it by device. */
    Map<HistoryDevice, List<DeviceWrite>> catchUp() {
        Map<HistoryDevice, List<DeviceWrite>> news = new HashMap<>();
        accounts.values().forEach(account -> {
            List<DeviceWrite> all = writes(account.device);
            List<DeviceWrite> some = List.copyOf(all.subList(account.read, all.size()));
            account.read = all.size();
            if (!some.isEmpty()) {
                news.put(account.device, some);
            }
        });
        return news;
    }

    void take(HistoryDevice device, DeviceWrite write) {
        of(device.id()).note(write);
    }

    /**
     * A run saw a device enabled: whoever disables it later is somebody else. What Entra accepted a moment ago it may show late.
     */
    void seenEnabled(UUID device) {
        Account account = of(device);
        if (account.pending) {
            return;
        }
        account.mine = false;
        account.disabledAt = null;
    }

    void takenOver(UUID device) {
        Account account = of(device);
        account.disabledAt = Instant.now();
        account.verifiedDisabled = !account.enabled;
    }

    /** As far as Entra says, the portal did it. */
    void accepted(UUID device, String action) {
        Account account = of(device);
        if (action.equals("DISABLE") && !account.mine && !account.verifiedDisabled) {
            account.mine = true;
            account.pending = true;
            account.disabledAt = Instant.now();
        }
    }

    void verified(UUID device, String action) {
        Account account = of(device);
        account.pending = false;
        account.verifiedDisabled = action.equals("DISABLE") && !account.enabled;
        account.verifiedDeleted = action.equals("DELETE")
                && !population.changes().current(account.device.number()).present();
    }

    void letPass(Duration time) {
        accounts.values().forEach(account -> {
            account.pending = false;
            if (account.disabledAt != null) {
                account.disabledAt = account.disabledAt.minus(time);
            }
        });
    }

    private List<DeviceWrite> writes(HistoryDevice device) {
        return population.changes().history(device.number());
    }
}
