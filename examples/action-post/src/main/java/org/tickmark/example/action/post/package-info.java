/** The smallest complete action of macros: one component and its texts in three languages. */
package org.tickmark.example.action.post;
