internal import CYaml
func probe() -> Int { var p = yaml_parser_t(); return Int(yaml_parser_initialize(&p)) }
