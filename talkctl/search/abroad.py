"""Words of the trade as Spanish and German speakers write them, for libraries in English.

Each line has them, folded, and after the colon what they are in English. General words only; add
to it freely. A word that the library has itself is looked for as it is.
"""

from __future__ import annotations

_WORDS = """
abrir, offnen: open
acceso, zugriff, zugang, accesos: access
aceleracion, beschleunigung: acceleration
actualizacion, actualizaciones: upgrade, update, updates
actualizar, aktualisierung, aktualisierungen: upgrade, update, updates
administracion, verwaltung, gestion: management, administration
agente, agenten, agentes: agent
ahorrar, ahorro, sparen, einsparen: savings, cost
aislamiento, aislar, isolierung, abschottung: isolation
alertas, alerta, alarme: alerting, alerts
almacen de datos: data warehouse
almacenamiento persistente, dauerhafter speicher: persistent storage, persistent
almacenamiento, speicher, datenspeicher: storage
alta disponibilidad, hochverfugbarkeit: high availability
amenaza, amenazas, bedrohung, bedrohungen: threat, attack
ampliar, erweitern, extender: extending, extend
analisis, auswertung, analyse: analysis, analytics
anfanger, einsteiger, principiante, principiantes, novatos: beginner, introduction
anwendung, anwendungen, aplicacion, aplicaciones: application
aplicacion nativa de la nube, nativo de la nube, nativa de la nube: cloud native
aprendizaje automatico, maschinelles lernen: machine learning
aprendizaje profundo, aprendizaje por refuerzo, tiefes lernen: deep learning
aprendizaje, lernen: learning
archivo, archivos, fichero, ficheros, datei, dateien: file
arquitectura, architektur: architecture
arranque, startzeit: startup
asegurar, proteger, proteccion, absichern, schutz, schutzen: securing, secure, security, protection
atacante, atacantes, angreifer: attacker, attack
ataque, ataques, angriff, angriffe: attack
auditoria, prufung: audit
aufgabe, aufgaben, tarea, tareas: task, job
auftrag, auftrage: job
autenticacion, authentifizierung, anmeldung: authentication
autenticar, anmelden, iniciar sesion, inicio de sesion: authentication, login
autoescalado, escalado automatico, automatische skalierung: autoscaling
automatizacion, automatisierung, automatizar, automatisieren: automation
autorizacion, autorisierung, berechtigung, berechtigungen, permisos: authorization
ayuda, hilfe: help
banco, bancos, banca, banken: bank, banking, financial
barco, barcos, schiff, schiffe: ship
base de datos, bases de datos, datenbank, datenbanken: database
benutzer, anwender, usuario, usuarios, nutzer: user
betrieb, betreiben, operar, operaciones: operating, operations
bibliothek, bibliotheken, biblioteca, bibliotecas: library
buscador, busqueda, buscar, suche, suchmaschine: search, search engine
cadena de suministro, lieferkette: supply chain
caida, caidas, ausfall, ausfalle, averia: outage, downtime, failure
calidad, qualitat: quality
cambio, cambios, anderung, anderungen: change
capa, capas, schicht, schichten: layer
carga, cargas de trabajo, carga de trabajo, arbeitslast, arbeitslasten: workload, workloads, load
ciencia de datos, datenwissenschaft: data science
ciencia, ciencias, wissenschaft: science, research
cifrado, verschlusselung: encryption
ciudad, ciudades, stadt: city
clave, claves, schlussel: key
coches, coche: car
codigo abierto, quelloffen: open source
codigo, quellcode: code
colas, cola, warteschlange, warteschlangen: queue
compilar, compilacion, ubersetzer, kompilieren: compiler, build
computacion de alto rendimiento, hochleistungsrechnen: computing, high performance computing
computacion en el borde, computacion de borde: edge computing
computacion, rechnen: computing, high performance computing
comunidad, gemeinschaft: community
concurrencia, nebenlaufigkeit: concurrency
conectar, conexion, conexiones, verbinden, verbindung: connect, networking
confianza, vertrauen: trust
configuracion, konfiguration, einstellungen: configuration
construir, bauen, construccion: building, build
consulta, consultas, abfrage, abfragen: query
contenedor, contenedores, behalter: container
contrasena, contrasenas, passwort, passworter, kennwort: password
control de acceso, zugriffskontrolle: access control
copia de seguridad, copias de seguridad, sicherung, datensicherung: backup, back up
copia, copias, respaldo, respaldos: backup, copy
coste, costes, costo, costos, kosten: cost
crecer, crecimiento, wachsen, wachstum: growth, scaling
cuadro de mando, cuadros de mando: dashboard
cuello de botella, engpass: bottleneck
cumplimiento, einhaltung: compliance
datos, daten: data
decisiones, entscheidung, entscheidungen: decision
depuracion, depurar, fehlersuche: debugging
desarrollador, desarrolladores, entwickler, entwicklerin: developer
desarrollo, entwicklung, entwickeln, desarrollar: development
desastre, desastres, katastrophe: disaster
descubrimiento de servicios: service discovery
desempeno: performance
desplegando, despliegue continuo: deployment, continuous deployment
despliegue azul verde: blue green
despliegue, despliegues, desplegar, bereitstellung, ausrollen: deployment
disco, discos, festplatte: disk, storage
diseno, entwurf: design
dispositivo, dispositivos, gerate, gerat: device
documentacion, dokumentation: documentation
educacion, bildung, escuela, universidad: education, teaching, university
einfuhrung, introduccion, einstieg: introduction
ejecutar, ejecucion, ausfuhren, laufzeit: running, runtime
empresa, empresas, unternehmen, firma: enterprise, company
enrutamiento, enrutador: routing, router
ensenanza, ensenar, unterricht, lehre: teaching
entorno, entornos, umgebung, umgebungen: environment
entrega continua: continuous delivery
entrenamiento, entrenar, training: training
equilibrio de carga, balanceo: load balancing
equipo, equipos, mannschaft: team
errores, fehler, fallo, fallos: error, failure
escalabilidad, skalierbarkeit: scalability
escalable, escalables, skalierbar: scalable, scale
escalado, escalar, skalierung, skalieren: scaling
escritorio, schreibtisch, portatil: desktop, laptop
espacio de nombres, namensraum: namespace
estadistica, estadisticas, statistik: statistics, metrics
estado, zustand: state
estandar, estandares, norma, normas: standard
estudiantes, estudiante, studenten, schuler: student
etiquetas, etiqueta: label
eventos, evento, ereignis, ereignisse: event, events
experiencia, experiencias, erfahrung, erfahrungen: experience, lessons learned
explotacion, explotar: exploit
fiabilidad, zuverlassigkeit, confiabilidad: reliability
flujo de trabajo, arbeitsablauf, arbeitsablaufe: workflow
flujo, flujos, flujo de datos, datenstrom: stream, streaming
fotos, foto, bild, bilder: image
funciones, funcion, funktionen, funktion: function
futuro, zukunft: future
geschichte, historia: history
geschwindigkeit, velocidad: speed, performance
gesundheit, salud, gesundheitswesen: healthcare, health
gobernanza: governance
gobierno, regierung, behorden: government
grande, grandes, gran escala, a gran escala, grosse: large scale, scale
gratis, libre, software libre, freie software: free software, open source
grundlagen, fundamentos, conceptos basicos: fundamentals, basics
guia, leitfaden, guia practica: guide
herramienta, herramientas, werkzeug, werkzeuge: tool
hibrido, hibrida: hybrid
hilos, hilo: thread
hybride cloud, nube hibrida: hybrid cloud, hybrid
identidad, identitat: identity
igualdad, diversidad, vielfalt: diversity
imagenes, imagen, abbild, abbilder: image
inaugural, inauguracion, apertura, eroffnung: opening, keynote
incidente, incidentes, vorfall, vorfalle: incident, outage
informatica, informatik: computing, computer science
infraestructura, infrastruktur: infrastructure
instalar, instalacion, instalador, installieren: install, installation
integracion continua: continuous integration
inteligencia artificial, kunstliche intelligenz: artificial intelligence
interfaz, schnittstelle, schnittstellen: interface, api
intermediario, proxy inverso: proxy
internet de las cosas, internet der dinge: internet of things, iot
interno, interna, internos, funcionamiento interno: internals
inversion: investment
juego, juegos, spiel, spiele, videojuegos: game
knoten, nodo, nodos: node
lago de datos: data lake
lastverteilung, balanceo de carga, balanceador: load balancing
latencia, latenz, verzogerung: latency
lecciones, lecciones aprendidas, lehren: lessons learned, lessons
legado, heredado, heredadas, sistema heredado, altsystem, altsysteme: legacy
leistung, rendimiento: performance
lenguaje de programacion, programmiersprache: programming language
lenguaje, lenguajes, sprache, sprachen, idioma: language
libro, libros, buch: book
limites, limite, cuotas, grenzen: limits, quota
linea de comandos, befehlszeile, kommandozeile: command line
malla de servicios, malla de servicio, mallas de servicio: service mesh
mantenimiento, wartung: maintenance
mapa, mapas, karte: map
maquina virtual, maquinas virtuales, virtuelle maschine: virtual machine
maquina, maquinas, maschine, maschinen: machine
mejora, mejorar, mejoras, verbessern, verbesserung: improve, improvement
mejores practicas, buenas practicas: best practices
memoria, speicherverwaltung: memory
mensajes, mensaje, mensajeria, nachricht, nachrichten: messaging, message
mesa redonda, podiumsdiskussion: panel
metadatos, metadaten: metadata
metricas, metrica, metriken, kennzahlen: metrics
microservicio, microservicios, mikrodienste: microservices
migracion, umstieg: migration
migrar, migrando, migrieren, mudar, mover: migrating, migration, moving
modelo de lenguaje, modelos de lenguaje, sprachmodell, sprachmodelle: language model
modelo, modelos, modelle, modell: model
monitorizacion, monitoreo, uberwachung, uberwachen: monitoring
monitorizar, monitorear, supervisar, vigilar: monitoring, monitor
monolito: monolith
motor, motores: engine
movil, moviles: mobile
mujer, mujeres, frauen: women
multinube, multiples nubes, varias nubes: multi cloud
multiples clusteres, varios clusteres, multicluster: multi cluster
multiusuario, multiinquilino, mandantenfahig, inquilinos: multi tenancy, multi tenant
navegador, navegadores: browser
negocio, negocios, geschaft: business
nodo maestro, plano de control, steuerungsebene: control plane
nube privada, private cloud: private cloud
nube publica, offentliche cloud: public cloud
nube, nubes: cloud
nuevo, nueva, nuevas, neu: new
observabilidad, beobachtbarkeit: observability
operador, operadores: operator
orquestacion, orchestrierung: orchestration
orquestar, orquestador, orquestador de contenedores: orchestration, container orchestration
pago, pagos, zahlung: payment
paquetes, paquete, paket, pakete: package
parche, parches, flicken: patch
particion, particiones: partition
persistencia, persistente: persistent storage, persistent
planificador, planificacion, zeitplanung: scheduler, scheduling
plantilla, plantillas, vorlage, vorlagen: template, templates
plataforma, plataformas, plattform, plattformen: platform
politica, politicas, richtlinie, richtlinien: policy
primeros pasos, erste schritte: getting started, introduction
principios, prinzipien: principles
privacidad, datenschutz: privacy
problemlosung, problemas, problema: troubleshooting, debugging, problems
procesamiento, verarbeitung, procesar: processing
proceso, procesos, prozess, prozesse: process
produccion, en produccion, produktion: production
programa, programas, programar, programacion, programmieren: programming
proveedor, proveedores, anbieter: provider
proyecto, proyectos, projekt, projekte: project
prueba, pruebas, testen: testing
puerta de enlace: gateway
puerto, puertos: port
puesta en marcha: bootstrap
que es, que son, was ist, was sind: what is
rastreo, trazas, trazabilidad, ablaufverfolgung: tracing
rechenzentrum, rechenzentren, centro de datos, centros de datos: data center
reconocimiento, erkennung: recognition
recuperacion ante desastres, notfallwiederherstellung: disaster recovery
recuperacion, wiederherstellung, recuperar: recovery
redes neuronales, red neuronal, neuronale netze: neural networks, network
red, redes, netzwerk, netzwerke, netz: networking, network
registros, registro, protokollierung, protokolle: logging, logs
rendimiento, durchsatz: performance
requisitos, anforderungen: requirements
resiliencia, resistente: fault tolerance, resiliency, resilience
respuesta a incidentes: incident response
reto, retos, desafio, desafios, herausforderung, herausforderungen: challenges
roboter: robot
salud publica: public health
schwachstelle, schwachstellen, vulnerabilidad, vulnerabilidades: vulnerability
secreto, secretos, geheimnis, geheimnisse: secret
seguridad, sicherheit: security
seguro, segura, sicher: secure
sencillo, sencilla, facil, einfach: simple, easy
sensores, sensoren: sensor
servicio, servicios, dienst, dienste: service
servidor, servidores: server
sesion, sesiones, sitzung: session
sin servidor, serverlos: serverless
singular, unico: unique
sistema operativo, sistemas operativos, betriebssystem, betriebssysteme: operating system
sistema, sistemas, systeme: system
sistemas distribuidos, verteilte systeme: distributed systems
sociedad, gesellschaft: society
solucion de problemas, resolver problemas: troubleshooting, debugging, problems
supervision: monitoring
tablas, tabla, tabelle: table
tablero, paneles: dashboard
taller, talleres, werkstatt: workshop
telefonia, telecomunicaciones, telekommunikation: telecom
tiempo real, en tiempo real, echtzeit: real time
tienda, tiendas, comercio electronico: e commerce, retail
tolerancia a fallos, fehlertoleranz, ausfallsicherheit: fault tolerance, resiliency, resilience
tolerante a fallos: fault tolerant
trabajo, trabajos, arbeit, trabajos por lotes, lotes: batch, jobs
trafico, datenverkehr: traffic
transacciones, transaccion, transaktion: transaction
tuberia, tuberias: pipeline
ubertragung, transmision: streaming
ubicacion, standort: location
usabilidad, facilidad de uso: usability
velocidad de entrega: velocity
ventajas, ventaja, vorteile, beneficios: benefits, advantages
verfugbarkeit, disponibilidad: availability
versiones, version: version
verteilt, verteilte, distribuido, distribuida, distribuidos: distributed
viaje, viajes, reise: journey, travel
virtualizacion, virtualisierung: virtualization
volumen, volumenes, laufwerk: volume
webseite, pagina web, sitio web: website, web
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
