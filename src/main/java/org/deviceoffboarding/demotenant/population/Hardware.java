package org.deviceoffboarding.demotenant.population;

import java.util.HexFormat;
import java.util.Locale;

/** What the devices are made of: makers, models, versions, serial numbers. */
final class Hardware {

    private static final Model[] LAPTOPS = {
        new Model("LENOVO", "ThinkPad T14 Gen 5"),
        new Model("Dell Inc.", "Latitude 5450"),
        new Model("HP", "HP EliteBook 840 14 inch G11 Notebook PC"),
        new Model("Microsoft Corporation", "Surface Laptop 6")
    };
    private static final Model[] IPHONES = {
        new Model("Apple", "iPhone 14"), new Model("Apple", "iPhone 15"), new Model("Apple", "iPhone 16e")
    };
    private static final Model[] IPADS = {
        new Model("Apple", "iPad (10th generation)"), new Model("Apple", "iPad Air 11")
    };
    private static final Model[] MACS = {new Model("Apple", "MacBook Air"), new Model("Apple", "MacBook Pro")};
    private static final Model[] ANDROIDS = {
        new Model("samsung", "SM-A556B"),
        new Model("Google", "Pixel 8a"),
        new Model("samsung", "SM-G556B"),
        new Model("Zebra Technologies", "TC58")
    };
    private static final Model[] TEAMS_PHONES = {
        new Model("Yealink", "MP56"),
        new Model("Poly", "CCX 505"),
        new Model("AudioCodes", "C470HD"),
        new Model("Crestron", "UC-P10-T"),
        new Model("Lenovo", "ThinkSmart View")
    };
    private static final Model[] PRINTERS = {new Model("HP", "LaserJet MFP E42540"), new Model("Brother", "MFC-L6915DN")
    };
    private static final Model[] LINUX_BOXES = {
        new Model("Dell Inc.", "Precision 3490"), new Model("LENOVO", "ThinkPad P14s")
    };
    private static final Model[] SENSORS = {new Model("Contoso Outdoor", "Shelf Gateway 2")};
    private static final Model[] CLOUD_PCS = {new Model("Microsoft Corporation", "Cloud PC Enterprise 2vCPU/8GB/128GB")
    };
    private static final Model[] VIRTUAL = {new Model("Microsoft Corporation", "Virtual Machine")};

    private final Dice dice;

    Hardware(Dice dice) {
        this.dice = dice;
    }

    Model model(int device, Profile profile) {
        return dice.oneOf(device, Roll.MODEL, catalogue(profile));
    }

    private static Model[] catalogue(Profile profile) {
        return switch (profile.kind) {
            case TEAMS_PHONE -> TEAMS_PHONES;
            case PRINTER -> PRINTERS;
            case IOT -> SENSORS;
            case CLOUD_PC -> CLOUD_PCS;
            case SECURE_VM -> VIRTUAL;
            case ORDINARY, HYBRID, AUTOPILOT, SHARED ->
                switch (profile.platform) {
                    case WINDOWS, NONE -> LAPTOPS;
                    case IPHONE, OWN_IPHONE -> IPHONES;
                    case IPAD -> IPADS;
                    case MACOS, MAC_MDM -> MACS;
                    case ANDROID_WORK, ANDROID_ENTERPRISE -> ANDROIDS;
                    case LINUX -> LINUX_BOXES;
                };
        };
    }

    String osVersion(int device, OperatingSystem platform) {
        return switch (platform) {
            case WINDOWS ->
                dice.oneOf(device, Roll.OS_VERSION, "10.0.26200.7171", "10.0.26100.6899", "10.0.22631.5909");
            case IPHONE, OWN_IPHONE, IPAD -> dice.oneOf(device, Roll.OS_VERSION, "26.1", "18.7.2", "18.6.2");
            case MACOS, MAC_MDM -> dice.oneOf(device, Roll.OS_VERSION, "26.1 (25B78)", "15.7.2 (24G325)");
            case ANDROID_WORK, ANDROID_ENTERPRISE -> dice.oneOf(device, Roll.OS_VERSION, "16", "15", "14");
            case LINUX -> dice.oneOf(device, Roll.OS_VERSION, "24.04", "22.04");
            case NONE -> "";
        };
    }

    String serialNumber(int device) {
        String text = Long.toUnsignedString(dice.roll(device, Roll.SERIAL), 36).toUpperCase(Locale.ROOT);
        return "C" + (text + "0000000000").substring(0, 9);
    }

    String imei(int device) {
        return "35" + digits(device, Roll.PHONE, 13);
    }

    String macAddress(int device) {
        return "02" + HexFormat.of().withUpperCase().toHexDigits(dice.roll(device, Roll.ADDRESS), 10);
    }

    long totalStorage(int device) {
        return (64L << dice.below(4, device, Roll.STORAGE)) << 30;
    }

    String digits(int device, Roll roll, int length) {
        String text = Long.toString(dice.roll(device, roll) & Long.MAX_VALUE);
        return ("0".repeat(length) + text).substring(text.length());
    }
}
