package org.snapfleet.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an account of MariaDB may do.
 *
 * @param onServer rights on everything the server has
 * @param onDatabase rights on the site's database, those on everything among them
 * @param onTables whether there are rights on single tables, which nobody adds up here
 */
record Grants(Set<String> onServer, Set<String> onDatabase, boolean onTables) {
  private static final String ALL = "ALL PRIVILEGES";

  /** To serve. */
  private static final List<String> TO_SERVE = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

  /** To bring the tables up to date. */
  private static final List<String> TO_MIGRATE = List.of("CREATE", "ALTER", "INDEX", "REFERENCES");

  private static final Pattern LINE =
      Pattern.compile("GRANT (.+?) ON (\\*|`(?:[^`]|``)*`)\\.(\\*|`(?:[^`]|``)*`) TO .*");

  /**
   * Reads the answer to SHOW GRANTS.
   *
   * @param database the site's
   */
  static Grants read(Collection<String> lines, String database) {
    Set<String> onServer = new TreeSet<>();
    Set<String> onDatabase = new TreeSet<>();
    boolean onTables = false;
    for (String line : lines) {
      Matcher grant = LINE.matcher(line);
      if (grant.matches()) {
        List<String> rights = Arrays.asList(grant.group(1).split(", ", -1));
        boolean everywhere = grant.group(2).equals("*");
        if (!grant.group(3).equals("*")) {
          onTables = true;
        } else if (everywhere || covers(grant.group(2), database)) {
          onDatabase.addAll(rights);
          if (everywhere) {
            onServer.addAll(rights);
          }
        }
      }
    }
    onServer.remove("USAGE");
    return new Grants(onServer, onDatabase, onTables);
  }

  /** A database's name in a grant is a pattern: % and _ stand for others unless escaped. */
  private static boolean covers(String quoted, String database) {
    String pattern = quoted.substring(1, quoted.length() - 1).replace("``", "`");
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        regex.append(Pattern.quote(pattern.substring(i, i + 1)));
      } else if (c == '%') {
        regex.append(".*");
      } else {
        regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.matches(regex.toString(), database);
  }

  List<String> missingToServe() {
    return missing(TO_SERVE);
  }

  List<String> missingToMigrate() {
    return missing(TO_MIGRATE);
  }

  private List<String> missing(List<String> needed) {
    return onTables || onDatabase.contains(ALL)
        ? List.of()
        : needed.stream().filter(right -> !onDatabase.contains(right)).toList();
  }
}
