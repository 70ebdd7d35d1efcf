/**
 * Definitions as YAML text that a person writes and a version control compares:
 * {@link org.tickmark.kit.yaml.DefinitionText} reads and writes, {@link org.tickmark.kit.yaml.Definition} is what was read.
 * Needs snakeyaml-engine.
 */
package org.tickmark.kit.yaml;
