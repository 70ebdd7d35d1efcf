/** The screens of imports: definitions, with the wizard that sets one up, and files. */
package org.tickmark.web.screens.imports;
