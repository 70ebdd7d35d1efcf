/** The smallest complete kind of rule: one component, and its texts in three languages. */
package org.tickmark.example.rule.transfer;
