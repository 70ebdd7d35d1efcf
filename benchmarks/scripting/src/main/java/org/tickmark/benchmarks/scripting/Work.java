package org.tickmark.benchmarks.scripting;

/** What is measured: the same work in three languages, each as its people would write it. */
enum Work {
    /** Whole numbers in a loop. */
    LOOPS(1_000_000, """
        Integer n = 0;
        for (Integer i = 0; i < @; i++) {
          n = (n * 31 + i) % 1000003;
        }
        print(n.toString());
        """, """
            var n = 0;
            for (var i = 0; i < @; i++) {
              n = (n * 31 + i) % 1000003;
            }
            String(n);
            """, """
                    int n = 0
                    for (int i = 0; i < @; i++) {
                      n = (n * 31 + i) % 1000003
                    }
                    return n.toString()
                    """),
    /** Calls of a function by itself. */
    CALLS(25, """
        Integer fib(Integer n) {
          if (n < 2) { return n; }
          return fib(n - 1) + fib(n - 2);
        }
        print(fib(@).toString());
        """, """
            function fib(n) {
              if (n < 2) { return n; }
              return fib(n - 1) + fib(n - 2);
            }
            String(fib(@));
            """, """
                    int fib(int n) {
                      if (n < 2) { return n }
                      return fib(n - 1) + fib(n - 2)
                    }
                    return fib(@).toString()
                    """),
    /** A text that grows. */
    TEXTS(100_000, """
        String s;
        for (Integer i = 0; i < @; i++) {
          s += "x" + i.toString();
        }
        print(s.length().toString());
        """, """
            var s = "";
            for (var i = 0; i < @; i++) {
              s += "x" + i;
            }
            String(s.length);
            """, """
                    def s = new StringBuilder()
                    for (int i = 0; i < @; i++) {
                      s << "x" << i
                    }
                    return s.toString().length().toString()
                    """),
    /** Prime numbers by a sieve in an array. */
    ARRAYS(200_000, """
        Integer[] sieve;
        for (Integer i = 0; i <= @; i++) {
          sieve.pushBack(0);
        }
        Integer count = 0;
        for (Integer i = 2; i <= @; i++) {
          if (sieve[i] == 0) {
            count++;
            for (Integer j = i + i; j <= @; j += i) {
              sieve[j] = 1;
            }
          }
        }
        print(count.toString());
        """, """
            var sieve = [];
            for (var i = 0; i <= @; i++) {
              sieve.push(0);
            }
            var count = 0;
            for (var i = 2; i <= @; i++) {
              if (sieve[i] == 0) {
                count++;
                for (var j = i + i; j <= @; j += i) {
                  sieve[j] = 1;
                }
              }
            }
            String(count);
            """, """
                    def sieve = []
                    for (int i = 0; i <= @; i++) {
                      sieve.add(0)
                    }
                    int count = 0
                    for (int i = 2; i <= @; i++) {
                      if (sieve[i] == 0) {
                        count++
                        for (int j = i + i; j <= @; j += i) {
                          sieve[j] = 1
                        }
                      }
                    }
                    return count.toString()
                    """),
    /** Texts counted in a map. */
    MAPS(200_000, """
        Map m;
        for (Integer i = 0; i < @; i++) {
          String key = "k" + (i % 1000).toString();
          m.insert(key, (m.get(key).toInteger() + 1).toString());
        }
        print(m.get("k7"));
        """, """
            var m = {};
            for (var i = 0; i < @; i++) {
              var key = "k" + (i % 1000);
              m[key] = String(Number(m[key] || "0") + 1);
            }
            m["k7"];
            """, """
                    def m = [:]
                    for (int i = 0; i < @; i++) {
                      String key = "k" + (i % 1000)
                      m[key] = (((m[key] ?: "0") as String).toInteger() + 1).toString()
                    }
                    return m["k7"]
                    """);

    private final int size;
    private final String crmscript;
    private final String javascript;
    private final String groovy;

    Work(int size, String crmscript, String javascript, String groovy) {
        this.size = size;
        this.crmscript = crmscript;
        this.javascript = javascript;
        this.groovy = groovy;
    }

    /** How much of it there is when it is measured in earnest. */
    int size() {
        return size;
    }

    String crmscript(int of) {
        return crmscript.replace("@", Integer.toString(of));
    }

    String javascript(int of) {
        return javascript.replace("@", Integer.toString(of));
    }

    String groovy(int of) {
        return groovy.replace("@", Integer.toString(of));
    }
}
