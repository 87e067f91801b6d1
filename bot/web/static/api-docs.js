// SPDX-License-Identifier: MPL-2.0
// Starts the pages of /api/docs; a file of its own, since no page of ours may hold a script.
SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIBundle.SwaggerUIStandalonePreset],
});
