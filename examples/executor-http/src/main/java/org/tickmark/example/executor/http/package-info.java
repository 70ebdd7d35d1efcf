/** The smallest complete executor of tasks: one component, the call it makes, and its texts in three languages. */
package org.tickmark.example.executor.http;
