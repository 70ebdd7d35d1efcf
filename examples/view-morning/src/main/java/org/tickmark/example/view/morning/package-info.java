/** The smallest complete view of the web workbench: one component, and its texts in three languages. */
package org.tickmark.example.view.morning;
