package org.snapfleet.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CloudFormation's functions, as far as the templates use them. */
final class Functions {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}!]+)}");

  /** What {@code AWS::NoValue} is: it leaves a list or a map. */
  private static final Object NOTHING = new Object();

  private final Template template;
  private final Map<String, Object> parameters;

  Functions(Template template, Map<String, Object> parameters) {
    this.template = template;
    this.parameters = parameters;
  }

  /** Whether the condition of a resource or an output holds. */
  boolean isMade(Map<String, Object> body) {
    return body.get("Condition") == null || holds(body.get("Condition").toString());
  }

  Object worked(Object value) {
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> add(all, worked(each)));
      return all;
    }
    return value instanceof Map<?, ?> ? workedMap(Values.map(value)) : value;
  }

  private static void add(List<Object> all, Object value) {
    if (value != NOTHING) {
      all.add(value);
    }
  }

  private Object workedMap(Map<String, Object> map) {
    if (map.size() == 1) {
      String name = map.keySet().iterator().next();
      if (name.equals("Ref") || name.startsWith("Fn::")) {
        return call(name, map.get(name));
      }
    }
    Map<String, Object> all = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          Object worked = worked(value);
          if (worked != NOTHING) {
            all.put(key, worked);
          }
        });
    return all;
  }

  private Object call(String name, Object given) {
    List<Object> words = Values.list(given);
    return switch (name) {
      case "Ref" -> reference(given.toString());
      case "Fn::GetAtt" -> attribute(given.toString());
      case "Fn::Sub" ->
          given instanceof List<?> ? substituted(words) : substituted(given.toString());
      case "Fn::Split" -> List.of(text(words.get(1)).split(text(words.get(0)), -1));
      case "Fn::If" -> worked(holds(words.get(0).toString()) ? words.get(1) : words.get(2));
      case "Fn::Join" -> String.join(words.get(0).toString(), texts(words.get(1)));
      case "Fn::Base64" -> worked(given);
      case "Fn::Select" -> selected(Values.list(worked(words.get(1))), number(words.get(0)));
      case "Fn::Cidr" -> List.of("<0>", "<1>", "<2>", "<3>", "<4>", "<5>", "<6>", "<7>", "<8>");
      case "Fn::GetAZs" -> List.of("<zone-a>", "<zone-b>", "<zone-c>");
      default -> throw new IllegalArgumentException(name + " is not known here");
    };
  }

  /** Of what only AWS knows, such as the parts of an ARN, there is one alone. */
  private static Object selected(List<Object> list, int index) {
    return list.size() == 1 ? list.get(0) : list.get(index);
  }

  /** With names of its own beside the text. */
  private String substituted(List<Object> words) {
    String text = words.get(0).toString();
    for (Map.Entry<String, Object> own : Values.map(words.get(1)).entrySet()) {
      text = text.replace("${" + own.getKey() + "}", text(own.getValue()));
    }
    return substituted(text);
  }

  private static int number(Object word) {
    return Integer.parseInt(word.toString());
  }

  private String text(Object value) {
    return worked(value).toString();
  }

  private List<String> texts(Object list) {
    return Values.list(worked(list)).stream().map(Object::toString).toList();
  }

  private Object reference(String name) {
    if (name.equals("AWS::NoValue")) {
      return NOTHING;
    }
    if (parameters.get(name) != null) {
      return parameters.get(name);
    }
    return name.startsWith("AWS::") ? "<" + name + ">" : attribute(name);
  }

  /** Nothing may lean on a resource that is not made. */
  private String attribute(String name) {
    String resource = name.split("\\.", 2)[0];
    Object body = template.section("Resources").get(resource);
    if (body == null || !isMade(Values.map(body))) {
      throw new IllegalStateException(name + " is asked for, and " + resource + " is not made");
    }
    return "<" + name + ">";
  }

  private String substituted(String text) {
    Matcher matcher = PLACE.matcher(text);
    return matcher.replaceAll(
        place -> Matcher.quoteReplacement(reference(place.group(1)).toString()));
  }

  private boolean holds(String name) {
    return isTrue(template.section("Conditions").get(name));
  }

  private boolean isTrue(Object condition) {
    Map<String, Object> map = Values.map(condition);
    String name = map.keySet().iterator().next();
    List<Object> words = Values.list(map.get(name));
    return switch (name) {
      case "Condition" -> holds(words.get(0).toString());
      case "Fn::Equals" -> text(words.get(0)).equals(text(words.get(1)));
      case "Fn::Not" -> !isTrue(words.get(0));
      case "Fn::And" -> words.stream().allMatch(this::isTrue);
      case "Fn::Or" -> words.stream().anyMatch(this::isTrue);
      default -> throw new IllegalArgumentException(name + " is not known here");
    };
  }
}
