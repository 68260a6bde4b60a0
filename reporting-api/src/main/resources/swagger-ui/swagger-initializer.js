// Replaces the file of the same name in Swagger UI's archive, which shows a pet store.
window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: "/v1/openapi.yml",
    dom_id: "#swagger-ui",
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
  });
};
