import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Validates PDF files against veraPDF profiles: java -cp JAR Check.java PDFUA-1,PDFA-3A FILE...
 * Prints one line per file and profile (file, profile, true or false, number of rules) and below
 * it the failed rules. The profiles are read with DOM, because the jar comes without JAXB.
 */
public class Check {
  static final int AT_MOST_SHOWN = 20;

  static List<Element> children(Element parent, String tag) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(tag)) {
        found.add(element);
      }
    }
    return found;
  }

  static Element child(Element parent, String tag) {
    return children(parent, tag).get(0);
  }

  static String text(Element parent, String tag) {
    var found = children(parent, tag);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  static Rule rule(Element xml) {
    Element id = child(xml, "id");
    RuleId ruleId = Profiles.ruleIdFromValues(
        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
        id.getAttribute("clause"),
        Integer.parseInt(id.getAttribute("testNumber")));
    var message = Profiles.errorFromValues(
        text(child(xml, "error"), "message"), new ArrayList<ErrorArgument>());
    Boolean deferred =
        xml.hasAttribute("deferred") ? Boolean.valueOf(xml.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(
        ruleId, xml.getAttribute("object"), deferred, xml.getAttribute("tags"),
        text(xml, "description"), text(xml, "test"), message, new ArrayList<>());
  }

  static Variable variable(Element xml) {
    return Profiles.variableFromValues(
        xml.getAttribute("name"), xml.getAttribute("object"),
        text(xml, "defaultValue"), text(xml, "value"));
  }

  static ValidationProfile profile(String name) throws Exception {
    var path = "org/verapdf/pdfa/validation/" + name + ".xml";
    try (var stream = Check.class.getClassLoader().getResourceAsStream(path)) {
      Element root =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
      Set<Rule> rules = new HashSet<>();
      children(child(root, "rules"), "rule").forEach(xml -> rules.add(rule(xml)));
      Set<Variable> variables = new HashSet<>();
      children(child(root, "variables"), "variable").forEach(xml -> variables.add(variable(xml)));
      var details = Profiles.profileDetailsFromValues(name, name, "", new Date());
      var flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
      return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }
  }

  static void explain(TestAssertion failed) {
    var id = failed.getRuleId();
    System.out.println("   " + id.getClause() + "-" + id.getTestNumber() + " "
        + failed.getMessage() + " @ " + failed.getLocation().getContext());
  }

  static boolean compliant(String file, String name, ValidationProfile profile) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance()
            .createParser(new FileInputStream(file), profile.getPDFAFlavour());
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, 100, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(file + "\t" + name + "\t" + result.isCompliant() + "\t"
          + profile.getRules().size());
      result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .limit(AT_MOST_SHOWN)
          .forEach(Check::explain);
      return result.isCompliant();
    }
  }

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean allCompliant = true;
    for (String name : arguments[0].split(",")) {
      ValidationProfile profile = profile(name);
      for (int i = 1; i < arguments.length; i++) {
        allCompliant &= compliant(arguments[i], name, profile);
      }
    }
    System.exit(allCompliant ? 0 : 1);
  }
}
