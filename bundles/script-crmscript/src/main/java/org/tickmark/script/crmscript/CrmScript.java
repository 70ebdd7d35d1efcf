package org.tickmark.script.crmscript;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptProgram;
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
        try {
            Findings findings = new Findings();
            Optional<ScriptProgram> program =
                    Compiler.compile(source, host, Library.common(), findings).map(CrmProgram::new);
            return new Compilation(program, findings.inOrder());
        } catch (StackOverflowError e) {
            return new Compilation(Optional.empty(), tooDeep(source));
        }
    }

    @Override
    public FormattedScript format(ScriptSource source) {
        try {
            return Formatter.format(source);
        } catch (StackOverflowError e) {
            return new FormattedScript(source.text(), tooDeep(source));
        }
    }

    /** What is long and nested at once can need more of the thread's stack than there is, whatever each limit says. */
    private static List<ScriptProblem> tooDeep(ScriptSource source) {
        Findings findings = new Findings();
        findings.error(new ScriptPosition(source.name(), 1, 1), "syntax.deep", "", "");
        return findings.inOrder();
    }
}
