package org.snapfleet.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Describes the upload's form and key: it reads them off the request, where no scanner sees them.
 */
final class OpenApiUpload {
  static final String OPERATION = "upload";

  private OpenApiUpload() {}

  static void describe(Operation operation) {
    operation.addParameter(key());
    operation.setRequestBody(form());
  }

  private static Parameter key() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description(
            "A name of the client's for this upload: a retry under it stores nothing twice")
        .schema(text());
  }

  private static RequestBody form() {
    Schema files =
        OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(text().format("binary"));
    Schema fields =
        OASFactory.createSchema()
            .type(Schema.SchemaType.OBJECT)
            .addRequired("photo")
            .addProperty("photo", files)
            .addProperty("caption", text())
            .addProperty("visibility", visibility());
    return OASFactory.createRequestBody()
        .required(true)
        .content(
            OASFactory.createContent()
                .addMediaType("multipart/form-data", OASFactory.createMediaType().schema(fields)));
  }

  private static Schema visibility() {
    return text().enumeration(List.of("public", "private", "link", "members"));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING);
  }
}
