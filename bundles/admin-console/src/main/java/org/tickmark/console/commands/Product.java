package org.tickmark.console.commands;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Name and version of the product, which is that of this bundle. */
public final class Product {
    private Product() {}

    public static String of(BundleContext context) {
        Version version = context.getBundle().getVersion();
        String release = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        return "Tickmark " + release + (version.getQualifier().isEmpty() ? "" : "-" + version.getQualifier());
    }
}
