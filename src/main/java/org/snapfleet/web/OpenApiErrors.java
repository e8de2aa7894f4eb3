package org.snapfleet.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes at {@code /openapi} what every call answers where it cannot do as asked. */
public class OpenApiErrors implements OASFilter {
  private static final String NAME = "Problem";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(NAME, schema());
  }

  @Override
  public Operation filterOperation(Operation operation) {
    if (OpenApiUpload.OPERATION.equals(operation.getOperationId())) {
      OpenApiUpload.describe(operation);
    }
    operation.getResponses().addAPIResponse("default", response());
    return operation;
  }

  private static APIResponse response() {
    return OASFactory.createAPIResponse()
        .description("What was wrong and what to do (RFC 9457)")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemDocument.MEDIA_TYPE,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME))));
  }

  private static Schema schema() {
    return OASFactory.createSchema()
        .type(Schema.SchemaType.OBJECT)
        .required(List.of("type", "title", "status", "detail"))
        .addProperty("type", text("A stable name of the problem, for programs"))
        .addProperty("title", text("A few words"))
        .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("What was wrong and what to do, in the caller's language"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
  }
}
