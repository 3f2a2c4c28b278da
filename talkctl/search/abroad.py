"""Words of the trade as Spanish and German speakers write them, for libraries in English.

Each line has them, folded, and after the colon what they are in English. General words only; add
to it freely. A word that the library has itself is looked for as it is.
"""

from __future__ import annotations

_WORDS = """
aceleracion, beschleunigung: acceleration
administracion, verwaltung, gestion: management, administration
alertas, alerta, alarme: alerting, alerts
almacenamiento, speicher, datenspeicher: storage
alta disponibilidad, hochverfugbarkeit: high availability
ampliar, erweitern, extender: extending, extend
analisis, auswertung, analyse: analysis, analytics
anfanger, einsteiger, principiante, principiantes, novatos: beginner, introduction
anwendung, anwendungen, aplicacion, aplicaciones: application
aprendizaje, lernen: learning
aprendizaje automatico, maschinelles lernen: machine learning
arquitectura, architektur: architecture
arranque, startzeit: startup
atacante, atacantes, angreifer: attacker, attack
ataque, ataques, angriff, angriffe: attack
aufgabe, aufgaben, tarea, tareas: task, job
auftrag, auftrage: job
automatizacion, automatisierung, automatizar, automatisieren: automation
autenticacion, authentifizierung, anmeldung: authentication
autorizacion, autorisierung, berechtigung, berechtigungen, permisos: authorization
ayuda, hilfe: help
base de datos, bases de datos, datenbank, datenbanken: database
benutzer, anwender, usuario, usuarios, nutzer: user
betrieb, betreiben, operar, operaciones: operating, operations
bibliothek, bibliotheken, biblioteca, bibliotecas: library
cifrado, verschlusselung: encryption
clave, claves, schlussel: key
codigo, quellcode: code
codigo abierto, quelloffen: open source
colas, cola, warteschlange, warteschlangen: queue
comunidad, gemeinschaft: community
configuracion, konfiguration, einstellungen: configuration
confianza, vertrauen: trust
contenedor, contenedores, behalter: container
contrasena, contrasenas, passwort, passworter, kennwort: password
copia de seguridad, copias de seguridad, sicherung, datensicherung: backup, back up
coste, costes, costo, costos, kosten: cost
cumplimiento, einhaltung: compliance
datos, daten: data
depuracion, depurar, fehlersuche: debugging
desarrollador, desarrolladores, entwickler, entwicklerin: developer
desarrollo, entwicklung, entwickeln, desarrollar: development
despliegue, despliegues, desplegar, bereitstellung, ausrollen: deployment
diseno, entwurf: design
dispositivo, dispositivos, gerate, gerat: device
documentacion, dokumentation: documentation
einfuhrung, introduccion, einstieg: introduction
empresa, empresas, unternehmen, firma: enterprise, company
ensenanza, ensenar, unterricht, lehre: teaching
entorno, entornos, umgebung, umgebungen: environment
entrega continua: continuous delivery
integracion continua: continuous integration
equipo, equipos, mannschaft: team
errores, fehler, fallo, fallos: error, failure
escalabilidad, skalierbarkeit: scalability
escalado, escalar, skalierung, skalieren: scaling
espacio de nombres, namensraum: namespace
estado, zustand: state
estudiantes, estudiante, studenten, schuler: student
etiquetas, etiqueta: label
fiabilidad, zuverlassigkeit, confiabilidad: reliability
flujo de trabajo, arbeitsablauf, arbeitsablaufe: workflow
funciones, funcion, funktionen, funktion: function
futuro, zukunft: future
geschichte, historia: history
geschwindigkeit, velocidad: speed, performance
gesundheit, salud, gesundheitswesen: healthcare, health
gobierno, regierung, behorden: government
grundlagen, fundamentos, conceptos basicos: fundamentals, basics
herramienta, herramientas, werkzeug, werkzeuge: tool
identidad, identitat: identity
imagenes, imagen, abbild, abbilder: image
infraestructura, infrastruktur: infrastructure
inteligencia artificial, kunstliche intelligenz: artificial intelligence
interfaz, schnittstelle, schnittstellen: interface, api
knoten, nodo, nodos: node
lastverteilung, balanceo de carga, balanceador: load balancing
latencia, latenz, verzogerung: latency
leistung, rendimiento: performance
linea de comandos, befehlszeile, kommandozeile: command line
mantenimiento, wartung: maintenance
maquina virtual, maquinas virtuales, virtuelle maschine: virtual machine
mejores practicas, buenas practicas: best practices
metricas, metrica, metriken, kennzahlen: metrics
microservicio, microservicios, mikrodienste: microservices
migracion, umstieg: migration
modelo, modelos, modelle, modell: model
monitorizacion, monitoreo, uberwachung, uberwachen: monitoring
nube, nubes, nube hibrida: hybrid cloud
observabilidad, beobachtbarkeit: observability
orquestacion, orchestrierung: orchestration
paquetes, paquete, paket, pakete: package
planificador, planificacion, zeitplanung: scheduler, scheduling
plataforma, plataformas, plattform, plattformen: platform
politica, politicas, richtlinie, richtlinien: policy
privacidad, datenschutz: privacy
prueba, pruebas, testen: testing
puerta de enlace: gateway
rastreo, trazas, trazabilidad, ablaufverfolgung: tracing
rechenzentrum, rechenzentren, centro de datos, centros de datos: data center
recuperacion, wiederherstellung, recuperar: recovery
recuperacion ante desastres, notfallwiederherstellung: disaster recovery
redes, netzwerk, netzwerke, netz: networking, network
registros, registro, protokollierung, protokolle: logging, logs
rendimiento, durchsatz: performance
requisitos, anforderungen: requirements
schwachstelle, schwachstellen, vulnerabilidad, vulnerabilidades: vulnerability
secreto, secretos, geheimnis, geheimnisse: secret
seguridad, sicherheit: security
seguro, segura, sicher: secure
servicio, servicios, dienst, dienste: service
servidor, servidores: server
sin servidor, serverlos: serverless
sistema, sistemas, systeme: system
sistemas distribuidos, verteilte systeme: distributed systems
supervision: monitoring
tablero, paneles: dashboard
taller, talleres, werkstatt: workshop
trafico, datenverkehr: traffic
tuberia, tuberias: pipeline
ubertragung, transmision: streaming
verfugbarkeit, disponibilidad: availability
versiones, version: version
verteilt, verteilte, distribuido, distribuida, distribuidos: distributed
wolke: cloud
zertifikat, zertifikate, certificado, certificados: certificate
"""

_ENGLISH: dict[str, list[str]] = {}
for _line in _WORDS.strip().splitlines():
    _foreign, _, _meant = _line.partition(": ")
    for _word in _foreign.split(", "):
        _ENGLISH.setdefault(_word, []).extend(_meant.split(", "))


def in_english(phrase: str) -> list[str]:
    """What *phrase*, folded and in single blanks, is in English, where that is known."""
    return list(dict.fromkeys(_ENGLISH.get(phrase, ())))
