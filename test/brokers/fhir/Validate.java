import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Measure;

/**
 * Holds FHIR R4 resources to HL7's own definitions and to those in files of ours (StructureDefinitions, Measures): `Validate DEFINITION…`, then on standard
 * input a line for each resource, its file and, after a tab, the profile it claims. Prints a line for each error: the
 * file, where in it, and what is wrong, parted by tabs; then `done` with how many were looked at.
 */
public class Validate {
  public static void main(String[] definitions) throws Exception {
    FhirContext context = FhirContext.forR4();
    Map<String, Measure> measures = new HashMap<>();
    PrePopulatedValidationSupport ours =
        new PrePopulatedValidationSupport(context) {
          @Override
          public <T extends IBaseResource> T fetchResource(Class<T> type, String address) {
            Measure measure = measures.get(address);
            return type.isInstance(measure) ? type.cast(measure) : super.fetchResource(type, address);
          }
        };
    for (String file : definitions) {
      IBaseResource resource = context.newJsonParser().parseResource(Files.readString(Path.of(file)));
      if (resource instanceof Measure measure) {
        measures.put(measure.getUrl(), measure);
        measures.put(measure.getUrl() + "|" + measure.getVersion(), measure);
      } else {
        ours.addResource(resource);
      }
    }
    FhirInstanceValidator instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                ours,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context)));
    instances.setAnyExtensionsAllowed(false);
    instances.setErrorForUnknownProfiles(true);
    FhirValidator validator = context.newValidator().registerValidatorModule(instances);

    BufferedReader asked = new BufferedReader(new InputStreamReader(System.in));
    int looked = 0;
    for (String line = asked.readLine(); line != null; line = asked.readLine()) {
      String[] parts = line.split("\t");
      ValidationOptions options = new ValidationOptions();
      if (parts.length > 1) options.addProfile(parts[1]);
      List<SingleValidationMessage> messages =
          validator.validateWithResult(Files.readString(Path.of(parts[0])), options).getMessages();
      for (SingleValidationMessage message : messages) {
        if (message.getSeverity().ordinal() < ResultSeverityEnum.ERROR.ordinal()) continue;
        String text = message.getMessage().replaceAll("\\s+", " ");
        System.out.println(parts[0] + "\t" + message.getLocationString() + "\t" + text);
      }
      looked += 1;
    }
    System.out.println("done\t" + looked);
  }
}
