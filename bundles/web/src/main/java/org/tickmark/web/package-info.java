/** The web workbench and the REST interface: one dispatcher over the services of the others. */
package org.tickmark.web;
