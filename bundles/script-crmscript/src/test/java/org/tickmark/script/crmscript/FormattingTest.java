package org.tickmark.script.crmscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptSource;

final class FormattingTest {
    private static String formatted(String text) {
        FormattedScript formatted = Scripts.LANGUAGE.format(new ScriptSource("test", text));
        assertThat(formatted.problems()).isEmpty();
        return formatted.text();
    }

    @Test
    void indentsAndSpaces() {
        String text = "#setLanguageLevel 3;\nInteger   f(Integer a,Integer b){if(a>b)return -a;else{return a*b+1;}}"
                + "for(Integer i=0;i<3;i++){print(i.toString());}\nInteger[ ] x;x[ 0 ]=!true&&f(1,2)==-1;";
        assertThat(formatted(text)).isEqualTo("""
                        #setLanguageLevel 3;
                        Integer f(Integer a, Integer b) {
                          if (a > b) return -a;
                          else {
                            return a * b + 1;
                          }
                        }
                        for (Integer i = 0; i < 3; i++) {
                          print(i.toString());
                        }
                        Integer[] x;
                        x[0] = !true && f(1, 2) == -1;
                        """);
    }

    @Test
    void keepsCommentsBreaksAndOneEmptyLine() {
        String text = "// first\n\n\n\nInteger a=1;// why\n/* a\n block */\nString s=\"x\"\n.toUpper();\n";
        assertThat(formatted(text)).isEqualTo("""
                        // first

                        Integer a = 1; // why
                        /* a
                         block */
                        String s = "x"
                            .toUpper();
                        """);
    }

    @Test
    void keepsBracesTogether() {
        assertThat(formatted("try{a();}catch{b();}\nstruct P{Integer x;};\nif(a){}else{}"))
                .isEqualTo("""
                        try {
                          a();
                        } catch {
                          b();
                        }
                        struct P {
                          Integer x;
                        };
                        if (a) {
                        } else {
                        }
                        """);
    }

    @Test
    void leavesAScriptWithErrorsAsItIs() {
        FormattedScript formatted = Scripts.LANGUAGE.format(new ScriptSource("test", "Integer  a = ;"));
        assertThat(formatted.text()).isEqualTo("Integer  a = ;");
        assertThat(formatted.problems()).hasSize(1);
    }

    @Test
    void leavesATemplateAsItIs() {
        String text = "%EJSCRIPT_START%  <b>  <%  print( \"a\" );%>%EJSCRIPT_END%";
        assertThat(formatted(text)).isEqualTo(text);
    }

    @Test
    void signsStayApart() {
        assertThat(formatted("a=- -b;c=d- --e;")).isEqualTo("a = - -b;\nc = d - --e;\n");
    }
}
