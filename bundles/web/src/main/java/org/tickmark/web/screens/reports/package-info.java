/** The screen of reports. */
package org.tickmark.web.screens.reports;
