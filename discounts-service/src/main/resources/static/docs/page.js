"use strict";

SwaggerUIBundle({
  url: "/openapi.json",
  domNode: document.getElementById("description"),
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
