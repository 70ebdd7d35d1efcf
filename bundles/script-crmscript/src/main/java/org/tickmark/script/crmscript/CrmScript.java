package org.tickmark.script.crmscript;

import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.compile.Compiler;
import org.tickmark.script.crmscript.library.Library;
import org.tickmark.script.crmscript.problem.Findings;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.syntax.Formatter;

/** CRMScript, as {@code LANGUAGE.md} describes it. Holds nothing; safe for use from many threads. */
@Component(property = ScriptLanguage.LANGUAGE + "=crmscript")
public final class CrmScript implements ScriptLanguage {
    @Override
    public Message summary() {
        return Texts.text("summary");
    }

    @Override
    public String fileEnding() {
        return "crm";
    }

    @Override
    public Compilation compile(ScriptSource source, ScriptHost host) {
        Findings findings = new Findings();
        return new Compilation(
                Compiler.compile(source, host, Library.common(), findings).map(CrmProgram::new), findings.inOrder());
    }

    @Override
    public FormattedScript format(ScriptSource source) {
        return Formatter.format(source);
    }
}
