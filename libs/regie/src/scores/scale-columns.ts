const SCALE_JSON = `jsonb_build_object('id', c.id, 'name', c.name, 'version', c.version, 'validFrom', c.valid_from, 'steps', c.steps, 'domains', c.domains, 'mapsPrevious', c.maps_previous)`;

/** Every version of the actor's municipality, oldest first. */
export const SCALES_JSON = `coalesce((SELECT jsonb_agg(${SCALE_JSON} ORDER BY c.version) FROM score_scale c WHERE c.municipality_id = access.municipality()), '[]')`;
